package io.dawsos.portfolio.explain;

import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.TransactionKind;
import io.dawsos.money.Decimals;
import io.dawsos.portfolio.explain.LedgerFacts.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of one old unit: the product of the split ratios of a stretch of days. Ratios of reference data come first; the ledger's
 * own splits, {@code (units before + units gained) / units before}, fill in what those do not know.
 */
public final class SplitFactors {

    private final SortedMap<String, NavigableMap<LocalDate, BigDecimal>> ratios = new TreeMap<>();

    private SplitFactors() {}

    /** Splits of the reference data and of the ledger. */
    public static SplitFactors of(Collection<CorporateAction> actions, Facts facts) {
        SplitFactors factors = new SplitFactors();
        actions.stream()
                .filter(action -> action.kind() == CorporateAction.Kind.SPLIT)
                .forEach(action -> factors.add(action.symbol(), action.exDate(), action.ratio()));
        facts.transactions().stream()
                .filter(entry -> entry.kind() == TransactionKind.SPLIT)
                .forEach(entry -> factors.add(entry.symbol().orElseThrow(), entry.date(), ratio(entry, facts)));
        return factors;
    }

    private void add(String symbol, LocalDate day, BigDecimal ratio) {
        ratios.computeIfAbsent(symbol, name -> new TreeMap<>()).putIfAbsent(day, ratio);
    }

    /** New units for one old one in the entry of a split. */
    static BigDecimal ratio(LedgerTransaction split, Facts facts) {
        String symbol = split.symbol().orElseThrow();
        BigDecimal before = facts.transactions().stream()
                .filter(entry -> entry.symbol().equals(split.symbol())
                        && entry.date().equals(split.date())
                        && entry.sequence() < split.sequence())
                .map(LedgerTransaction::quantity)
                .reduce(facts.unitsAt(symbol, split.date().minusDays(1)), BigDecimal::add);
        if (before.signum() <= 0) {
            throw new IllegalStateException(
                    "The ledger splits " + symbol + " in " + split.id() + ", but nothing of it was held");
        }
        return Decimals.divide(before.add(split.quantity()), before);
    }

    /** New units at the close of {@code to} for one old one at the close of {@code from}; 1 without a split in between. */
    public BigDecimal between(String symbol, LocalDate from, LocalDate to) {
        return ratios.getOrDefault(symbol, new TreeMap<>()).subMap(from, false, to, true).values().stream()
                .reduce(BigDecimal.ONE, BigDecimal::multiply);
    }
}
