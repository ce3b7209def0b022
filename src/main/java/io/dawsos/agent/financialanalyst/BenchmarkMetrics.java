package io.dawsos.agent.financialanalyst;

import io.dawsos.metrics.BenchmarkComparison;
import io.dawsos.metrics.BenchmarkSeries;
import io.dawsos.metrics.RiskFree;
import io.dawsos.metrics.TimeWeightedReturn;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Result of {@code metrics.compute_benchmark}. Fractions; one that there is not is null, and {@code undefined} says why.
 *
 * @param benchmark symbol of the fund
 * @param hedged whether its currency was left out
 * @param basis what its returns leave out
 * @param observations daily returns that both have
 * @param twr time-weighted return of the portfolio over the span
 * @param benchmarkReturn of the fund over the same days, in base currency unless hedged
 * @param alpha Jensen's, a year
 * @param trackingError a year, divisor {@code n - 1}
 * @param riskFreeRate fraction a year
 * @param undefined reason by name of the figure
 */
public record BenchmarkMetrics(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        String benchmark,
        boolean hedged,
        String basis,
        int observations,
        Optional<Double> twr,
        Optional<Double> benchmarkReturn,
        Optional<Double> beta,
        Optional<Double> alpha,
        Optional<Double> trackingError,
        Optional<Double> informationRatio,
        Optional<Double> correlation,
        double riskFreeRate,
        String riskFreeSource,
        SortedMap<String, String> undefined) {

    private static final String HEDGED =
            BenchmarkSeries.BASIS + "; hedged as the local return, without the interest rate difference";

    public BenchmarkMetrics {
        undefined = Collections.unmodifiableSortedMap(new TreeMap<>(undefined));
    }

    static BenchmarkMetrics of(Series series, BenchmarkSeries benchmark, boolean hedged, RiskFree riskFree) {
        BenchmarkComparison comparison = BenchmarkComparison.of(series.dated(), benchmark, hedged, riskFree);
        Figures figures = new Figures();
        return new BenchmarkMetrics(
                series.first(),
                series.last(),
                benchmark.symbol(),
                hedged,
                hedged ? HEDGED : BenchmarkSeries.BASIS,
                comparison.observations(),
                figures.known("twr", TimeWeightedReturn.of(series.dated()).total()),
                figures.known("benchmark_return", comparison.benchmark()),
                figures.known("beta", comparison.beta()),
                figures.known("alpha", comparison.alpha()),
                figures.known("tracking_error", comparison.trackingError()),
                figures.known("information_ratio", comparison.informationRatio()),
                figures.known("correlation", comparison.correlation()),
                riskFree.rate(),
                riskFree.source(),
                figures.undefined());
    }
}
