package io.dawsos.bookkeeping;

import io.dawsos.ledger.LotPeriod;
import io.dawsos.ledger.beancount.CostSpec;
import io.dawsos.ledger.beancount.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a journal knows a lot by: {@code AAPL:2021-01-06:126.6}. Lots bought on one day at one cost have the same, for nothing tells them apart;
 * a split changes the cost and so the id.
 */
public record LotId(String symbol, LocalDate acquired, BigDecimal unitCost) {

    private static final Pattern FORM =
            Pattern.compile("([^:]{1,24}):(\\d{4}-\\d{2}-\\d{2}):(\\d{1,15}(?:\\.\\d{1,28})?)");

    public LotId {
        unitCost = unitCost.signum() == 0 ? BigDecimal.ZERO : unitCost.stripTrailingZeros();
    }

    static LotId of(LotPeriod lot) {
        return new LotId(lot.symbol(), lot.acquired(), lot.unitCost());
    }

    static Optional<LotId> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new LotId(matcher.group(1), LocalDate.parse(matcher.group(2)), new BigDecimal(matcher.group(3))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** What names it in the braces of a posting. */
    CostSpec cost(Currency currency) {
        return new CostSpec(Optional.of(new Quantity(plain(), currency.getCurrencyCode())), Optional.of(acquired));
    }

    private BigDecimal plain() {
        return unitCost.scale() < 0 ? unitCost.setScale(0) : unitCost;
    }

    @Override
    public String toString() {
        return symbol + ":" + acquired + ":" + unitCost.toPlainString();
    }
}
