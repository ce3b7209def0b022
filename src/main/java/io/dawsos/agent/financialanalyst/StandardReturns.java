package io.dawsos.agent.financialanalyst;

import io.dawsos.metrics.DatedValue;
import io.dawsos.metrics.MoneyWeightedReturn;
import io.dawsos.metrics.StandardRange;
import io.dawsos.metrics.TimeWeightedReturn;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Result of {@code metrics.compute_returns}. Fractions.
 *
 * @param ranges 1d, mtd, qtd, ytd, 1y, 3y, 5y and inception, in this order
 * @param flowConvention when external flows count: {@code end_of_day}
 * @param yearDays calendar days that annual rates are made with; a range of fewer days has none
 */
public record StandardReturns(List<Range> ranges, String flowConvention, int yearDays) {

    private static final int DAYS_A_YEAR = 365;

    /**
     * One range.
     *
     * @param from day from whose close it is measured
     * @param twr time-weighted, over the range
     * @param mwr money-weighted, over the range
     * @param undefined reason by name of the figure
     */
    public record Range(
            String range,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<Double> twr,
            Optional<Double> twrAnnualized,
            Optional<Double> mwr,
            Optional<Double> mwrAnnualized,
            SortedMap<String, String> undefined) {
        public Range {
            undefined = Collections.unmodifiableSortedMap(new TreeMap<>(undefined));
        }
    }

    public StandardReturns {
        ranges = List.copyOf(ranges);
    }

    static StandardReturns of(List<DatedValue> values) {
        List<DatedValue> history =
                values.stream().dropWhile(day -> day.value().signum() <= 0).toList();
        return new StandardReturns(
                Arrays.stream(StandardRange.values())
                        .map(range -> range(range.label(), range.of(history)))
                        .toList(),
                MetricsCapabilities.FLOW_CONVENTION,
                DAYS_A_YEAR);
    }

    private static Range range(String label, StandardRange.Stretch stretch) {
        TimeWeightedReturn twr = stretch.timeWeighted();
        MoneyWeightedReturn mwr = stretch.moneyWeighted();
        List<DatedValue> values = stretch.values();
        Figures figures = new Figures();
        return new Range(
                label,
                values.stream().findFirst().map(DatedValue::date),
                values.stream().map(DatedValue::date).reduce((first, second) -> second),
                figures.known("twr", twr.total()),
                figures.known("twr_annualized", twr.annualisedFromAYear()),
                figures.known("mwr", mwr.period()),
                figures.known("mwr_annualized", mwr.annual()),
                figures.undefined());
    }
}
