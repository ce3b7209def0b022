package io.dawsos.portfolio.explain;

import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.TransactionKind;
import io.dawsos.money.Decimals;
import io.dawsos.portfolio.explain.LedgerFacts.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A dividend that was paid. Its amounts in base currency are those in {@code currency} at the rate of the day it was paid: the
 * cash was converted, or could be, on that day and not on the ex-date.
 *
 * @param paid day of the entry
 * @param units held at the close before the ex-date; empty when the journal states no ex-date
 * @param gross before tax, in {@code currency}
 * @param withheld tax, positive, in {@code currency}
 * @param costs of the payment, positive, in {@code currency}
 * @param rate base currency per unit of {@code currency} on the pay date
 */
public record Dividend(
        String entry,
        String symbol,
        LocalDate paid,
        Optional<LocalDate> exDate,
        Optional<BigDecimal> units,
        BigDecimal gross,
        BigDecimal withheld,
        BigDecimal costs,
        Currency currency,
        BigDecimal rate) {

    /** Every dividend among the facts, in booking order; throws the failure CAPABILITY_FAILED that names the entry when a rate is missing. */
    public static List<Dividend> of(Facts facts, TransactionRates rates) {
        return facts.transactions().stream()
                .filter(entry -> entry.kind() == TransactionKind.DIVIDEND)
                .map(entry -> of(entry, facts, rates))
                .toList();
    }

    private static Dividend of(LedgerTransaction entry, Facts facts, TransactionRates rates) {
        String symbol = entry.symbol().orElseThrow();
        return new Dividend(
                entry.id(),
                symbol,
                entry.date(),
                entry.exDate(),
                entry.exDate().map(ex -> facts.unitsAt(symbol, ex.minusDays(1))).filter(held -> held.signum() > 0),
                entry.gross(),
                entry.withheld(),
                entry.commission(),
                entry.currency(),
                rates.require(entry));
    }

    /** What arrived, in {@code currency}. */
    public BigDecimal net() {
        return gross.subtract(withheld).subtract(costs);
    }

    public BigDecimal grossBase() {
        return gross.multiply(rate);
    }

    public BigDecimal withheldBase() {
        return withheld.multiply(rate);
    }

    public BigDecimal netBase() {
        return net().multiply(rate);
    }

    /** Gross for one unit held before the ex-date; empty when the units are not known. */
    public Optional<BigDecimal> perUnit() {
        return units.map(held -> Decimals.divide(gross, held));
    }
}
