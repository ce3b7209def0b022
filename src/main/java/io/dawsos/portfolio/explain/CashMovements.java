package io.dawsos.portfolio.explain;

import io.dawsos.ledger.CashChange;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.TransactionKind;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * The cash of entries by what it was for, in base currency at the rates of the entries.
 *
 * @param moved what each currency gained, in that currency, by code
 * @param movedBase the same in base currency
 */
record CashMovements(
        BigDecimal externalFlows,
        BigDecimal dividends,
        BigDecimal otherIncome,
        BigDecimal taxes,
        BigDecimal commissions,
        BigDecimal fees,
        BigDecimal conversions,
        SortedMap<String, BigDecimal> moved,
        BigDecimal movedBase) {

    static CashMovements of(List<LedgerTransaction> entries, TransactionRates rates) {
        BiFunction<Predicate<TransactionKind>, BiFunction<LedgerTransaction, TransactionRates, BigDecimal>, BigDecimal>
                sum = (kinds, amount) -> entries.stream()
                .filter(entry -> kinds.test(entry.kind()))
                .map(entry -> amount.apply(entry, rates))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        SortedMap<String, BigDecimal> moved = new TreeMap<>();
        entries.forEach(entry -> entry.cash()
                .forEach(change -> moved.merge(change.currency().getCurrencyCode(), change.amount(), BigDecimal::add)));
        return new CashMovements(
                sum.apply(CashMovements::isExternal, CashMovements::cash),
                sum.apply(TransactionKind.DIVIDEND::equals, (entry, at) -> inBase(entry, entry.gross(), at)),
                sum.apply(TransactionKind.INCOME::equals, (entry, at) -> inBase(entry, entry.gross(), at)),
                sum.apply(
                        kind -> true,
                        (entry, at) -> inBase(entry, entry.withheld().negate(), at)),
                sum.apply(
                        kind -> true,
                        (entry, at) -> inBase(entry, entry.commission().negate(), at)),
                sum.apply(TransactionKind.FEE::equals, CashMovements::cash),
                sum.apply(TransactionKind.CONVERSION::equals, CashMovements::converted),
                moved,
                sum.apply(kind -> true, CashMovements::cash));
    }

    private static boolean isExternal(TransactionKind kind) {
        return kind == TransactionKind.DEPOSIT || kind == TransactionKind.WITHDRAWAL;
    }

    private static BigDecimal inBase(LedgerTransaction entry, BigDecimal amount, TransactionRates rates) {
        return amount.signum() == 0 ? amount : amount.multiply(rates.require(entry));
    }

    private static BigDecimal cash(LedgerTransaction entry, TransactionRates rates) {
        return entry.cash().stream()
                .map((CashChange change) -> change.amount().multiply(rates.require(entry, change.currency())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What a conversion gave above the rate it states, its commission aside. */
    private static BigDecimal converted(LedgerTransaction entry, TransactionRates rates) {
        return cash(entry, rates).add(inBase(entry, entry.commission(), rates));
    }

    /** What exchange rates made of the cash: that of the start, and what moved since. */
    BigDecimal fxOf(ClosingState start, ClosingState end) {
        BigDecimal effect = movedBase.negate();
        SortedMap<String, BigDecimal> before = start.cash();
        SortedMap<String, BigDecimal> all = new TreeMap<>(before);
        moved.forEach((code, amount) -> all.merge(code, amount, BigDecimal::add));
        for (String code : all.keySet()) {
            Currency currency = Currency.getInstance(code);
            effect = effect.add(valued(all.getOrDefault(code, BigDecimal.ZERO), end, currency))
                    .subtract(valued(before.getOrDefault(code, BigDecimal.ZERO), start, currency));
        }
        return effect;
    }

    // nothing needs no rate: its currency may have left the packs
    private static BigDecimal valued(BigDecimal amount, ClosingState state, Currency currency) {
        return amount.signum() == 0
                ? BigDecimal.ZERO
                : state.rate(currency).map(amount::multiply).orElse(BigDecimal.ZERO);
    }
}
