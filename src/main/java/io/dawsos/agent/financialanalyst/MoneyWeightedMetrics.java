package io.dawsos.agent.financialanalyst;

import io.dawsos.metrics.MoneyWeightedReturn;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Result of {@code metrics.compute_mwr}. Fractions; one that there is not is null, and {@code undefined} says why.
 *
 * @param from day whose value is paid in
 * @param to day whose value is paid out
 * @param mwr money-weighted return over all days
 * @param mwrAnnualized the same a year of 365 days, when there are as many
 * @param flows number of days with an external flow in between
 * @param undefined reason by name of the figure
 */
public record MoneyWeightedMetrics(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Double> mwr,
        Optional<Double> mwrAnnualized,
        long flows,
        String flowConvention,
        SortedMap<String, String> undefined) {
    public MoneyWeightedMetrics {
        undefined = Collections.unmodifiableSortedMap(new TreeMap<>(undefined));
    }

    static MoneyWeightedMetrics of(Series series) {
        MoneyWeightedReturn mwr = MoneyWeightedReturn.of(series.dated());
        Figures figures = new Figures();
        return new MoneyWeightedMetrics(
                series.first(),
                series.last(),
                figures.known("mwr", mwr.period()),
                figures.known("mwr_annualized", mwr.annual()),
                series.values().stream()
                        .skip(1)
                        .filter(day -> day.flow().signum() != 0)
                        .count(),
                MetricsCapabilities.FLOW_CONVENTION,
                figures.undefined());
    }
}
