package io.dawsos.metrics;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every {@link StandardFigure} of a portfolio on one day: the same whether a night computed and stored it or an answer computes it now.
 *
 * @param from day of the first value above zero; empty without a history
 * @param to day of the last value
 * @param value the last value, in base currency
 * @param observations number of daily values from {@code from} on
 * @param riskFree what Sharpe, Sortino and alpha were measured against
 * @param benchmark symbol of the fund that beta and its kin were measured against, unhedged
 * @param figures all of them, in order
 */
public record StandardMetrics(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<BigDecimal> value,
        int observations,
        RiskFree riskFree,
        String benchmark,
        SortedMap<StandardFigure, Figure> figures) {

    private static final int YEAR = 252;
    private static final double CONFIDENCE = 0.95;

    public StandardMetrics {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        if (figures.size() != StandardFigure.values().length) {
            throw new IllegalArgumentException(
                    "There are " + figures.size() + " figures, not all " + StandardFigure.values().length);
        }
    }

    /** One of them. */
    public Figure figure(StandardFigure name) {
        return requireNonNull(figures.get(name));
    }

    /** What figures are measured against. */
    public record Yardstick(RiskFree riskFree, String benchmark, BenchmarkSeries series) {}

    /** Of the whole history, by date. */
    public static StandardMetrics of(List<DatedValue> values, Yardstick yardstick) {
        List<DatedValue> history =
                values.stream().dropWhile(day -> day.value().signum() <= 0).toList();
        Map<StandardFigure, Figure> figures = new EnumMap<>(StandardFigure.class);
        ranges(history, figures);
        windows(history, yardstick.riskFree(), figures);
        drawdowns(history, figures);
        comparison(history, yardstick, figures);
        Optional<DatedValue> last = history.isEmpty() ? Optional.empty() : Optional.of(history.get(history.size() - 1));
        return new StandardMetrics(
                history.stream().findFirst().map(DatedValue::date),
                last.map(DatedValue::date),
                last.map(DatedValue::value),
                history.size(),
                yardstick.riskFree(),
                yardstick.benchmark(),
                new TreeMap<>(figures));
    }

    private static void ranges(List<DatedValue> history, Map<StandardFigure, Figure> figures) {
        for (StandardRange range : StandardRange.values()) {
            TimeWeightedReturn twr = range.of(history).timeWeighted();
            figures.put(StandardFigure.of("TWR", range.label()), twr.total());
            switch (range) {
                case THREE_YEARS, FIVE_YEARS, INCEPTION ->
                    figures.put(StandardFigure.of("TWR", range.label() + "_ann"), twr.annualisedFromAYear());
                case ONE_DAY, MONTH, QUARTER, YEAR, ONE_YEAR -> {}
            }
        }
        MoneyWeightedReturn inception = StandardRange.INCEPTION.of(history).moneyWeighted();
        figures.put(
                StandardFigure.MWR_YTD,
                StandardRange.YEAR.of(history).moneyWeighted().period());
        figures.put(
                StandardFigure.MWR_1Y,
                StandardRange.ONE_YEAR.of(history).moneyWeighted().period());
        figures.put(
                StandardFigure.MWR_3Y_ANN,
                StandardRange.THREE_YEARS.of(history).moneyWeighted().annual());
        figures.put(
                StandardFigure.MWR_5Y_ANN,
                StandardRange.FIVE_YEARS.of(history).moneyWeighted().annual());
        figures.put(StandardFigure.MWR_INCEPTION, inception.period());
        figures.put(StandardFigure.MWR_INCEPTION_ANN, inception.annual());
    }

    private static void windows(List<DatedValue> history, RiskFree riskFree, Map<StandardFigure, Figure> figures) {
        for (int days : Window.USUAL) {
            Window window = Window.last(days, history);
            figures.put(StandardFigure.of("VOLATILITY", window.label()), window.volatility());
            figures.put(StandardFigure.of("SHARPE_RATIO", window.label()), window.sharpeRatio(riskFree));
        }
        Window year = Window.last(YEAR, history);
        figures.put(StandardFigure.DOWNSIDE_DEVIATION_252D, year.downsideDeviation(riskFree));
        figures.put(StandardFigure.SORTINO_RATIO_252D, year.sortinoRatio(riskFree));
        ValueAtRisk risk = ValueAtRisk.of(lastYear(history).returns(), CONFIDENCE);
        figures.put(StandardFigure.VAR_95_1D, risk.oneDay());
        figures.put(StandardFigure.VAR_95_10D, risk.tenDays());
        figures.put(StandardFigure.CVAR_95_1D, risk.conditional());
    }

    /** At most a year of returns: what is shorter is told with its number of days. */
    private static TimeWeightedReturn lastYear(List<DatedValue> history) {
        return TimeWeightedReturn.of(history.subList(Math.max(0, history.size() - YEAR - 1), history.size()));
    }

    private static void drawdowns(List<DatedValue> history, Map<StandardFigure, Figure> figures) {
        figures.put(
                StandardFigure.MAX_DRAWDOWN_1Y,
                worst(StandardRange.ONE_YEAR.of(history).timeWeighted()));
        figures.put(
                StandardFigure.MAX_DRAWDOWN_3Y,
                worst(StandardRange.THREE_YEARS.of(history).timeWeighted()));
        TimeWeightedReturn all = StandardRange.INCEPTION.of(history).timeWeighted();
        figures.put(StandardFigure.MAX_DRAWDOWN_INCEPTION, worst(all));
        figures.put(
                StandardFigure.CURRENT_DRAWDOWN,
                all.total()
                        .then(total -> Figure.of(
                                Drawdown.of(all.wealth()).orElseThrow().current())));
    }

    private static Figure worst(TimeWeightedReturn twr) {
        return twr.total()
                .then(total -> Figure.of(Drawdown.of(twr.wealth()).orElseThrow().worst()));
    }

    private static void comparison(List<DatedValue> history, Yardstick yardstick, Map<StandardFigure, Figure> figures) {
        int from = history.size() - YEAR - 1;
        BenchmarkComparison comparison = from < 0
                ? BenchmarkComparison.undefined(
                        0, Window.last(YEAR, history).twr().total().reason())
                : BenchmarkComparison.of(
                        history.subList(from, history.size()), yardstick.series(), false, yardstick.riskFree());
        figures.put(StandardFigure.BETA_252D, comparison.beta());
        figures.put(StandardFigure.ALPHA_252D, comparison.alpha());
        figures.put(StandardFigure.TRACKING_ERROR_252D, comparison.trackingError());
        figures.put(StandardFigure.INFORMATION_RATIO_252D, comparison.informationRatio());
        figures.put(StandardFigure.CORRELATION_252D, comparison.correlation());
    }
}
