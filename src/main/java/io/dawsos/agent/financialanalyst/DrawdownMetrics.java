package io.dawsos.agent.financialanalyst;

import io.dawsos.metrics.Drawdown;
import io.dawsos.metrics.Figure;
import io.dawsos.metrics.TimeWeightedReturn;
import io.dawsos.metrics.WealthPoint;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Result of {@code metrics.compute_drawdown}: how far the wealth index, which knows no flows, stood below its high. Fractions, never positive.
 *
 * @param maxDrawdown the deepest fall; 0 when it never fell
 * @param peak day of the high before it; null when it never fell
 * @param trough day of its lowest point
 * @param recovery first day back at the peak; null when not yet
 * @param recoveryDays calendar days from trough to recovery
 * @param currentDrawdown how far below its high it stands at the end
 * @param high day of the last high
 * @param path every day's drawdown
 * @param undefined reason by name of the figure
 */
public record DrawdownMetrics(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Double> maxDrawdown,
        Optional<LocalDate> peak,
        Optional<LocalDate> trough,
        Optional<LocalDate> recovery,
        Optional<Long> recoveryDays,
        Optional<Double> currentDrawdown,
        Optional<LocalDate> high,
        List<Day> path,
        SortedMap<String, String> undefined) {

    /** How far below its high the index stood at the close of a day. */
    public record Day(LocalDate date, double drawdown) {}

    public DrawdownMetrics {
        path = List.copyOf(path);
        undefined = Collections.unmodifiableSortedMap(new TreeMap<>(undefined));
    }

    static DrawdownMetrics of(Series series) {
        TimeWeightedReturn twr = TimeWeightedReturn.of(series.dated());
        Figure total = twr.total();
        Optional<Drawdown> fall = total.value().isPresent() ? Drawdown.of(twr.wealth()) : Optional.empty();
        List<WealthPoint> path = Drawdown.path(twr.wealth());
        Optional<LocalDate> trough = fall.flatMap(Drawdown::trough);
        Optional<LocalDate> recovery = fall.flatMap(Drawdown::recovery);
        Figures figures = new Figures();
        return new DrawdownMetrics(
                series.first(),
                series.last(),
                figures.known(
                        "max_drawdown",
                        fall.map(known -> Figure.of(known.worst())).orElse(total)),
                fall.flatMap(Drawdown::peak),
                trough,
                recovery,
                trough.flatMap(low -> recovery.map(day -> ChronoUnit.DAYS.between(low, day))),
                figures.known(
                        "current_drawdown",
                        fall.map(known -> Figure.of(known.current())).orElse(total)),
                path.stream()
                        .filter(point -> point.wealth() == 0)
                        .map(WealthPoint::date)
                        .reduce((first, second) -> second),
                path.stream()
                        .map(point -> new Day(point.date(), point.wealth()))
                        .toList(),
                figures.undefined());
    }
}
