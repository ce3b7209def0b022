package io.dawsos.portfolio;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.LotPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * In which currency each security is held: that of its first lot, or of its first transaction when that is earlier. What the ledger books later
 * does not count, so that a history is the same whether it is computed in one go or night by night.
 */
final class HoldingCurrencies {

    private record Appearance(LocalDate day, String symbol, Currency currency) {}

    private final List<Appearance> appearances = new ArrayList<>();
    private final SortedMap<String, Currency> known = new TreeMap<>();
    private int next;

    HoldingCurrencies(LedgerBook ledger) {
        for (LotPeriod lot : ledger.lots()) {
            appearances.add(new Appearance(lot.from(), lot.symbol(), lot.currency()));
        }
        for (LedgerTransaction transaction : ledger.transactions()) {
            transaction
                    .symbol()
                    .ifPresent(symbol ->
                            appearances.add(new Appearance(transaction.date(), symbol, transaction.currency())));
            // a lot of them is earlier in the list, unless they were given back on the day
            transaction
                    .received()
                    .forEach(units -> appearances.add(
                            new Appearance(transaction.date(), units.symbol(), transaction.currency())));
        }
        // stable: lots stand before the transactions of their day
        appearances.sort(Comparator.comparing(Appearance::day));
    }

    /** Takes up what a day's rows say. */
    void restore(List<HoldingDay> rows) {
        rows.stream()
                .filter(row -> !row.cash() && !row.currencyTotal())
                .forEach(row -> known.put(row.holding(), row.currency()));
    }

    void advanceTo(LocalDate day) {
        while (next < appearances.size() && !appearances.get(next).day().isAfter(day)) {
            Appearance appearance = appearances.get(next++);
            known.putIfAbsent(appearance.symbol(), appearance.currency());
        }
    }

    /** Throws {@link IllegalStateException} when the ledger has nothing of this security until the day. */
    Currency of(String symbol) {
        return Optional.ofNullable(known.get(symbol))
                .orElseThrow(() -> new IllegalStateException("The ledger has no lot and no transaction of " + symbol));
    }
}
