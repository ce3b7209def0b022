package io.dawsos.agent.financialanalyst;

import io.dawsos.metrics.DatedValue;
import io.dawsos.metrics.RiskFree;
import io.dawsos.metrics.SharpeRatio;
import io.dawsos.metrics.TimeWeightedReturn;
import io.dawsos.metrics.Volatility;
import io.dawsos.metrics.Window;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Result of {@code metrics.compute_sharpe}. A figure that there is not is null, and {@code undefined} says why.
 *
 * @param observations number of daily returns
 * @param sharpeRatio annualised return above the risk-free rate by volatility
 * @param twrAnnualized time-weighted return a year, by calendar days, fraction
 * @param volatility sample standard deviation, divisor {@code n - 1}, of 252 days a year, fraction
 * @param windows the ratio over the last 30, 60, 90 and 252 daily returns
 * @param riskFreeRate fraction a year
 * @param undefined reason by name of the figure
 */
public record SharpeMetrics(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        int observations,
        Optional<Double> sharpeRatio,
        Optional<Double> twrAnnualized,
        Optional<Double> volatility,
        List<Trailing> windows,
        double riskFreeRate,
        String riskFreeSource,
        SortedMap<String, String> undefined) {

    /** The ratio over the last {@code days} daily returns. */
    public record Trailing(int days, Optional<Double> sharpeRatio) {}

    public SharpeMetrics {
        windows = List.copyOf(windows);
        undefined = Collections.unmodifiableSortedMap(new TreeMap<>(undefined));
    }

    static SharpeMetrics of(Series series, RiskFree riskFree) {
        List<DatedValue> values = series.dated();
        TimeWeightedReturn twr = TimeWeightedReturn.of(values);
        Figures figures = new Figures();
        List<Trailing> windows = Window.USUAL.stream()
                .map(days -> Window.last(days, values))
                .map(last -> new Trailing(
                        last.days(), figures.known("sharpe_ratio_" + last.label(), last.sharpeRatio(riskFree))))
                .toList();
        return new SharpeMetrics(
                series.first(),
                series.last(),
                twr.returns().size(),
                figures.known("sharpe_ratio", SharpeRatio.of(twr.annualised(), Volatility.of(twr.returns()), riskFree)),
                figures.known("twr_annualized", twr.annualised()),
                figures.known("volatility", Volatility.of(twr.returns())),
                windows,
                riskFree.rate(),
                riskFree.source(),
                figures.undefined());
    }
}
