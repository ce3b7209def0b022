package io.dawsos.agent.financialanalyst;

import io.dawsos.metrics.DailyReturn;
import io.dawsos.metrics.DatedValue;
import io.dawsos.metrics.DownsideDeviation;
import io.dawsos.metrics.RiskFree;
import io.dawsos.metrics.TimeWeightedReturn;
import io.dawsos.metrics.Volatility;
import io.dawsos.metrics.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Result of {@code metrics.compute_volatility}. Fractions a year; one that there is not is null, and {@code undefined} says why.
 *
 * @param observations number of daily returns
 * @param volatility sample standard deviation, divisor {@code n - 1}
 * @param downsideDeviation of the days below the risk-free rate, over all days: divisor {@code n}
 * @param windows the volatility of the last 30, 60, 90 and 252 daily returns
 * @param rolling the volatility of the {@code rolling_days} daily returns up to each day
 * @param tradingYearDays what daily figures are made annual with
 * @param riskFreeRate target of the downside deviation, fraction a year
 * @param undefined reason by name of the figure
 */
public record VolatilityMetrics(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        int observations,
        Optional<Double> volatility,
        Optional<Double> downsideDeviation,
        List<Trailing> windows,
        int rollingDays,
        List<Day> rolling,
        int tradingYearDays,
        double riskFreeRate,
        String riskFreeSource,
        SortedMap<String, String> undefined) {

    /** The volatility of the last {@code days} daily returns. */
    public record Trailing(int days, Optional<Double> volatility) {}

    /** The volatility of the window that ends on a day. */
    public record Day(LocalDate date, double volatility) {}

    public VolatilityMetrics {
        windows = List.copyOf(windows);
        rolling = List.copyOf(rolling);
        undefined = Collections.unmodifiableSortedMap(new TreeMap<>(undefined));
    }

    static VolatilityMetrics of(Series series, int window, RiskFree riskFree) {
        List<DatedValue> values = series.dated();
        TimeWeightedReturn twr = TimeWeightedReturn.of(values);
        Figures figures = new Figures();
        List<Trailing> windows = Window.USUAL.stream()
                .map(days -> Window.last(days, values))
                .map(last -> new Trailing(last.days(), figures.known("volatility_" + last.label(), last.volatility())))
                .toList();
        return new VolatilityMetrics(
                series.first(),
                series.last(),
                twr.returns().size(),
                figures.known("volatility", Volatility.of(twr.returns())),
                figures.known("downside_deviation", DownsideDeviation.of(twr.returns(), riskFree.rate())),
                windows,
                window,
                rolling(twr.returns(), window),
                (int) Volatility.TRADING_DAYS_A_YEAR,
                riskFree.rate(),
                riskFree.source(),
                figures.undefined());
    }

    private static List<Day> rolling(List<DailyReturn> returns, int window) {
        List<Day> days = new ArrayList<>();
        for (int end = window; end <= returns.size(); end++) {
            List<DailyReturn> part = returns.subList(end - window, end);
            days.add(new Day(part.get(window - 1).date(), Volatility.of(part).get()));
        }
        return days;
    }
}
