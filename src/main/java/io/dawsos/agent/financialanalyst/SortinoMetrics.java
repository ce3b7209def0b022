package io.dawsos.agent.financialanalyst;

import io.dawsos.metrics.DownsideDeviation;
import io.dawsos.metrics.Figure;
import io.dawsos.metrics.RiskFree;
import io.dawsos.metrics.SortinoRatio;
import io.dawsos.metrics.TimeWeightedReturn;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Result of {@code metrics.compute_sortino}. A figure that there is not is null, and {@code undefined} says why.
 *
 * @param observations number of daily returns
 * @param sortinoRatio annualised return above the risk-free rate by downside deviation
 * @param twrAnnualized time-weighted return a year, by calendar days, fraction
 * @param downsideDeviation of the days below the risk-free rate, over all days (divisor {@code n}), of 252 days a year, fraction
 * @param riskFreeRate fraction a year; target of return and deviation
 * @param undefined reason by name of the figure
 */
public record SortinoMetrics(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        int observations,
        Optional<Double> sortinoRatio,
        Optional<Double> twrAnnualized,
        Optional<Double> downsideDeviation,
        double riskFreeRate,
        String riskFreeSource,
        SortedMap<String, String> undefined) {
    public SortinoMetrics {
        undefined = Collections.unmodifiableSortedMap(new TreeMap<>(undefined));
    }

    static SortinoMetrics of(Series series, RiskFree riskFree) {
        TimeWeightedReturn twr = TimeWeightedReturn.of(series.dated());
        Figure downside = DownsideDeviation.of(twr.returns(), riskFree.rate());
        Figures figures = new Figures();
        return new SortinoMetrics(
                series.first(),
                series.last(),
                twr.returns().size(),
                figures.known("sortino_ratio", SortinoRatio.of(twr.annualised(), downside, riskFree)),
                figures.known("twr_annualized", twr.annualised()),
                figures.known("downside_deviation", downside),
                riskFree.rate(),
                riskFree.source(),
                figures.undefined());
    }
}
