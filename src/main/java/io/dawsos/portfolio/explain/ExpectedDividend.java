package io.dawsos.portfolio.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/**
 * A dividend that is still to come.
 *
 * @param estimated true when nobody has declared it: it is the dividend of a year before, moved by a year
 * @param units that count: those held at the close before an ex-date that is over, else those held now
 * @param amount gross for one unit, on today's count of units
 * @param basis where the amount comes from: a provider, or {@code ledger}
 * @param withholdingRate share that was withheld the last time; empty when no dividend of the security was received yet
 */
public record ExpectedDividend(
        String symbol,
        LocalDate exDate,
        Optional<LocalDate> payDate,
        boolean estimated,
        BigDecimal units,
        BigDecimal amount,
        Currency currency,
        String basis,
        Optional<BigDecimal> withholdingRate) {

    /** Units times amount, in {@code currency}. */
    public BigDecimal gross() {
        return units.multiply(amount);
    }

    /** After the tax of last time; empty when that is not known. */
    public Optional<BigDecimal> net() {
        return withholdingRate.map(rate -> gross().subtract(gross().multiply(rate)));
    }

    /** Day of the cash, as far as it is known: the pay date, else the ex-date. */
    public LocalDate due() {
        return payDate.orElse(exDate);
    }
}
