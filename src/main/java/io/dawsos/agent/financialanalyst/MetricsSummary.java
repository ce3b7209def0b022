package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Amount;
import io.dawsos.metrics.BenchmarkSeries;
import io.dawsos.metrics.StandardMetrics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Result of {@code metrics.summary}: the figures of a portfolio that are told most, on the day of the pack. Fractions; one that there is not is
 * null, and {@code undefined} says why.
 *
 * @param from day of the first value above zero
 * @param to day of the last value
 * @param value at the close of that day, in base currency
 * @param observations number of daily values
 * @param benchmark symbol of the fund that beta and its kin are measured against, unhedged
 * @param benchmarkBasis what its returns leave out
 * @param riskFreeRate fraction a year
 * @param figures by name: {@code twr_ytd}, {@code volatility_252d} and so on; {@code _ann} is a year
 * @param undefined reason by name of the figure
 */
public record MetricsSummary(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        @Amount Optional<BigDecimal> value,
        Currency baseCurrency,
        int observations,
        String benchmark,
        String benchmarkBasis,
        String flowConvention,
        double riskFreeRate,
        String riskFreeSource,
        SortedMap<String, Optional<Double>> figures,
        SortedMap<String, String> undefined) {
    public MetricsSummary {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        undefined = Collections.unmodifiableSortedMap(new TreeMap<>(undefined));
    }

    static MetricsSummary of(StandardMetrics metrics, Currency base) {
        Figures known = new Figures();
        SortedMap<String, Optional<Double>> figures = new TreeMap<>();
        metrics.figures().forEach((name, figure) -> figures.put(name.label(), known.known(name.label(), figure)));
        return new MetricsSummary(
                metrics.from(),
                metrics.to(),
                metrics.value(),
                base,
                metrics.observations(),
                metrics.benchmark(),
                BenchmarkSeries.BASIS,
                MetricsCapabilities.FLOW_CONVENTION,
                metrics.riskFree().rate(),
                metrics.riskFree().source(),
                figures,
                known.undefined());
    }
}
