package io.dawsos.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Drawdown: how far below its highest point a wealth index fell.
 *
 * <p>{@code d_t = W_t / max(W_s, s <= t) - 1}, never positive. Measured on the wealth index, so that flows do not count, its starting
 * point included. The worst one is the lowest; of several equal ones the first.
 *
 * @param worst lowest {@code d_t}; 0 when the index never fell
 * @param current {@code d_t} of the last day
 * @param peak day of the high before the worst; empty when the index never fell
 * @param trough day of the worst
 * @param recovery first day after the trough at or above the peak; empty when not yet
 */
public record Drawdown(
        double worst,
        double current,
        Optional<LocalDate> peak,
        Optional<LocalDate> trough,
        Optional<LocalDate> recovery) {

    /** Every {@code d_t} of an index, by date. */
    public static List<WealthPoint> path(List<WealthPoint> index) {
        List<WealthPoint> path = new ArrayList<>();
        double high = 0;
        for (WealthPoint point : index) {
            high = Math.max(high, point.wealth());
            path.add(new WealthPoint(point.date(), point.wealth() / high - 1));
        }
        return List.copyOf(path);
    }

    /** Empty for an index without a point. The first point is above 0. */
    public static Optional<Drawdown> of(List<WealthPoint> index) {
        if (index.isEmpty()) {
            return Optional.empty();
        }
        WealthPoint high = index.get(0);
        WealthPoint peak = high;
        WealthPoint trough = high;
        double worst = 0;
        for (WealthPoint point : index) {
            high = point.wealth() > high.wealth() ? point : high;
            double depth = point.wealth() / high.wealth() - 1;
            if (depth < worst) {
                worst = depth;
                peak = high;
                trough = point;
            }
        }
        WealthPoint last = index.get(index.size() - 1);
        double current = last.wealth() / high.wealth() - 1;
        return Optional.of(worst == 0 ? none(current) : of(worst, current, peak, trough, index));
    }

    private static Drawdown none(double current) {
        return new Drawdown(0, current, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Drawdown of(
            double worst, double current, WealthPoint peak, WealthPoint trough, List<WealthPoint> index) {
        Optional<LocalDate> recovery = index.stream()
                .filter(point -> point.date().isAfter(trough.date()) && point.wealth() >= peak.wealth())
                .map(WealthPoint::date)
                .findFirst();
        return new Drawdown(worst, current, Optional.of(peak.date()), Optional.of(trough.date()), recovery);
    }
}
