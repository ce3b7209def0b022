package io.dawsos.testing;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.portfolio.DailyHistory;
import io.dawsos.portfolio.HistoryDay;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.explain.CorporateAction;
import io.dawsos.portfolio.explain.Explanations;
import io.dawsos.portfolio.explain.LedgerFacts.Facts;
import io.dawsos.portfolio.explain.PackSeries;
import io.dawsos.portfolio.explain.PositionHistory;
import io.dawsos.pricing.PriceBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** The ports of explanations in memory, over one ledger, packs and corporate actions. */
public final class TestingExplanations {

    private TestingExplanations() {}

    /**
     * All ports.
     *
     * @param packs by date, one a day
     */
    public static Explanations of(LedgerBook ledger, List<PriceBook> packs, List<CorporateAction> actions) {
        List<HistoryDay> days = DailyHistory.of(ledger, packs);
        PositionHistory positions = (scope, holding, observations) -> lastOf(
                days.stream()
                        .filter(day -> !day.value().date().isAfter(scope.pack().date()))
                        .map(day -> day(day, holding))
                        .toList(),
                observations);
        return new Explanations(
                (scope, from, to, symbol) -> facts(ledger, from, to, symbol),
                new Packs(packs),
                positions,
                (pack, symbols) -> actions.stream()
                        .filter(action -> symbols.contains(action.symbol())
                                && !action.announced().orElse(action.exDate()).isAfter(pack.date()))
                        .toList());
    }

    private static PositionHistory.Day day(HistoryDay day, String holding) {
        return new PositionHistory.Day(
                day.value().date(),
                day.wealthIndex(),
                day.holdings().stream()
                        .filter(row -> row.holding().equals(holding))
                        .map(row -> new PositionHistory.Standing(row.weight(), row.localIndex(), row.fxIndex()))
                        .findFirst());
    }

    /** What a ledger says of a stretch of days. */
    public static Facts facts(LedgerBook ledger, LocalDate from, LocalDate to, Optional<String> symbol) {
        return new Facts(
                ledger.transactions().stream()
                        .filter(entry ->
                                !entry.date().isBefore(from) && !entry.date().isAfter(to))
                        .filter(entry -> symbol.isEmpty() || entry.symbol().equals(symbol))
                        .toList(),
                ledger.lots().stream()
                        .filter(lot -> !lot.from().isAfter(to))
                        .filter(lot -> symbol.isEmpty() || symbol.get().equals(lot.symbol()))
                        .toList());
    }

    /** Everything that a ledger says. */
    public static Facts facts(LedgerBook ledger) {
        return new Facts(ledger.transactions(), ledger.lots());
    }

    private static <T> List<T> lastOf(List<T> all, int count) {
        return all.subList(Math.max(0, all.size() - count), all.size());
    }

    private record Packs(List<PriceBook> packs) implements PackSeries {
        @Override
        public List<PriceBook> last(PortfolioScope scope, SortedSet<String> symbols, int observations) {
            return lastOf(between(scope, symbols, LocalDate.MIN, LocalDate.MAX), observations);
        }

        @Override
        public List<PriceBook> between(PortfolioScope scope, SortedSet<String> symbols, LocalDate from, LocalDate to) {
            return packs.stream()
                    .filter(pack -> !pack.date().isBefore(from)
                            && !pack.date().isAfter(to)
                            && !pack.date().isAfter(scope.pack().date()))
                    .map(pack -> new PriceBook(
                            pack.pack(),
                            pack.prices().stream()
                                    .filter(price -> symbols.contains(price.symbol()))
                                    .toList(),
                            pack.quotes()))
                    .toList();
        }
    }
}
