package io.dawsos.bookkeeping;

import io.dawsos.ledger.JournalState;
import io.dawsos.ledger.LotPeriod;
import io.dawsos.ledger.NewEntry;
import io.dawsos.ledger.beancount.MetaValue;
import io.dawsos.ledger.beancount.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cash for units that were held before the ex-date, converted at the exchange rate of the day on which it was paid.
 *
 * @param perShare gross, in {@code currency}
 * @param taxPerShare withheld, in {@code currency}
 * @param country that withholds, ISO 3166 alpha-2
 * @param fx of the pay date
 */
record Dividend(
        String symbol,
        BigDecimal shares,
        BigDecimal perShare,
        BigDecimal taxPerShare,
        Currency currency,
        String country,
        LocalDate exDate,
        LocalDate payDate,
        Fx fx,
        Optional<String> notes)
        implements Instruction {

    @Override
    public String kind() {
        return "dividend";
    }

    @Override
    public Draft draft(Desk desk) {
        List<String> warnings = new ArrayList<>();
        checkShares(desk.journal().get(), warnings);
        BigDecimal gross = Money.round(shares.multiply(perShare), currency);
        BigDecimal withheld = Money.round(shares.multiply(taxPerShare), currency);
        BigDecimal net = gross.subtract(withheld);
        return EntryDrafts.of(
                desk, entry(desk, gross, withheld, net), "pay_date", answer(desk, gross, withheld, net), warnings);
    }

    private void checkShares(JournalState journal, List<String> warnings) {
        BigDecimal held = journal.lots(symbol, exDate.minusDays(1)).values().stream()
                .map(LotPeriod::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros();
        String found = held.toPlainString() + " " + symbol + " were held before the ex-date " + exDate;
        if (held.compareTo(shares) < 0) {
            throw Desk.invalid("/shares", "shares is " + shares.toPlainString() + ", but only " + found);
        }
        if (held.compareTo(shares) > 0) {
            warnings.add(found + "; the dividend is for " + shares.toPlainString());
        }
    }

    private NewEntry entry(Desk desk, BigDecimal gross, BigDecimal withheld, BigDecimal net) {
        Map<String, MetaValue> metadata = desk.metadata(kind(), Optional.of(symbol), fx);
        metadata.put("ex_date", new MetaValue.Day(exDate));
        metadata.put("pay_date", new MetaValue.Day(payDate));
        metadata.put("shares", new MetaValue.Numeric(shares));
        metadata.put("per_share", new MetaValue.Money(new Quantity(perShare, currency.getCurrencyCode())));
        notes.ifPresent(text -> metadata.put("notes", new MetaValue.Text(text)));
        List<NewEntry.Leg> legs = new ArrayList<>();
        legs.add(NewEntry.Leg.money(JournalAccounts.CASH, Money.of(net, currency)));
        if (withheld.signum() > 0) {
            legs.add(NewEntry.Leg.money(JournalAccounts.withholding(country), Money.of(withheld, currency)));
        }
        legs.add(NewEntry.Leg.money(JournalAccounts.dividends(symbol), Money.of(gross.negate(), currency)));
        return new NewEntry(payDate, "Dividend " + symbol, List.of("dividend"), metadata, legs);
    }

    private Map<String, Object> answer(Desk desk, BigDecimal gross, BigDecimal withheld, BigDecimal net) {
        Currency base = desk.portfolio().base();
        Map<String, Object> answer = desk.answer();
        answer.put("symbol", symbol);
        answer.put("shares", shares);
        answer.put("dividend_per_share", perShare);
        answer.put("currency", currency);
        answer.put("gross_amount", gross);
        answer.put("withholding_amount", withheld);
        answer.put("net_amount", net);
        answer.put("withholding_country", country);
        answer.put("ex_date", exDate);
        answer.put("pay_date", payDate);
        fx.putInto(answer, "pay_fx_rate");
        answer.put("gross_amount_base", Money.round(gross.multiply(fx.rate()), base));
        answer.put("withholding_amount_base", Money.round(withheld.multiply(fx.rate()), base));
        answer.put("net_amount_base", Money.round(net.multiply(fx.rate()), base));
        answer.put("base_currency", base);
        answer.put("notes", notes);
        return answer;
    }
}
