package io.dawsos.metrics;

import io.dawsos.portfolio.AttributionWindow;
import io.dawsos.portfolio.HoldingDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Currency attribution: how much of a portfolio's return over {@code (from, to]} came from local markets, from exchange rates, and from both
 * at once.
 *
 * <p>Contributions add up: over holdings to the portfolio, and {@code local + fx + interaction} to the time-weighted return of the
 * range, exactly; see {@link io.dawsos.portfolio.DailyHistory} for the daily formulas and how days are linked. The rates of a row are
 * its own, not weighted: {@code total = (1 + local)(1 + fx) - 1}, over the days on which it was held.
 *
 * @param portfolio sums of all contributions
 * @param currencies by currency code
 * @param holdings securities by symbol, then cash by currency; only what contributed or is held at the end
 */
public record CurrencyAttribution(
        LocalDate from, LocalDate to, Effects portfolio, List<Row> currencies, List<Row> holdings) {

    /**
     * One holding, or all holdings of one currency.
     *
     * @param name symbol, or currency code
     * @param cash whether the holding is cash
     * @param weight share of the portfolio's value at the end of the range
     * @param rates own return; empty when it lost everything before the range
     * @param contribution part of the portfolio's return
     */
    public record Row(
            String name,
            boolean cash,
            Currency currency,
            double weight,
            Optional<Effects> rates,
            Effects contribution) {

        private boolean matters() {
            return weight != 0
                    || contribution.local() != 0
                    || contribution.fx() != 0
                    || contribution.interaction() != 0;
        }
    }

    /** What one holding returned in a single period: {@code weight} is its share of the value at the start. */
    public record PeriodReturn(double weight, double local, double fx) {}

    public CurrencyAttribution {
        currencies = List.copyOf(currencies);
        holdings = List.copyOf(holdings);
    }

    /** Attribution over a single period: weighted sums with the weights at the start. */
    public static Effects singlePeriod(List<PeriodReturn> holdings) {
        return Effects.sum(holdings.stream()
                .map(holding -> Effects.compound(holding.local(), holding.fx()).times(holding.weight()))
                .toList());
    }

    /** Attribution over a range of the history; throws {@link IllegalArgumentException} when the wealth at its start is not positive. */
    public static CurrencyAttribution of(AttributionWindow window) {
        if (!(window.startWealth() > 0)) {
            throw new IllegalArgumentException("The wealth of " + window.from() + " is " + window.startWealth()
                    + "; nothing can be attributed to what grew from it");
        }
        Map<String, HoldingDay> starts = new TreeMap<>();
        window.start().forEach(row -> starts.put(row.holding(), row));
        List<Row> currencies = new ArrayList<>();
        List<Row> holdings = new ArrayList<>();
        for (HoldingDay end : window.end()) {
            Optional<HoldingDay> start = Optional.ofNullable(starts.get(end.holding()));
            (end.currencyTotal() ? currencies : holdings).add(row(start, end, window.startWealth()));
        }
        currencies.sort(Comparator.comparing(Row::name));
        holdings.sort(Comparator.comparing(Row::cash).thenComparing(Row::name));
        return new CurrencyAttribution(
                window.from(),
                window.to(),
                Effects.sum(holdings.stream().map(Row::contribution).toList()),
                currencies.stream().filter(Row::matters).toList(),
                holdings.stream().filter(Row::matters).toList());
    }

    private static Row row(Optional<HoldingDay> start, HoldingDay end, double startWealth) {
        Effects contribution = new Effects(
                (end.localSum() - at(start, HoldingDay::localSum, 0)) / startWealth,
                (end.fxSum() - at(start, HoldingDay::fxSum, 0)) / startWealth,
                (end.interactionSum() - at(start, HoldingDay::interactionSum, 0)) / startWealth);
        double localStart = at(start, HoldingDay::localIndex, 1);
        double fxStart = at(start, HoldingDay::fxIndex, 1);
        Optional<Effects> rates = localStart > 0
                ? Optional.of(Effects.compound(end.localIndex() / localStart - 1, end.fxIndex() / fxStart - 1))
                : Optional.empty();
        String name = end.currencyTotal() ? end.currency().getCurrencyCode() : end.holding();
        return new Row(name, end.cash(), end.currency(), end.weight(), rates, contribution);
    }

    private static double at(Optional<HoldingDay> row, ToDoubleFunction<HoldingDay> member, double otherwise) {
        return row.isPresent() ? member.applyAsDouble(row.get()) : otherwise;
    }
}
