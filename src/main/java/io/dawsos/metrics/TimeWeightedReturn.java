package io.dawsos.metrics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Time-weighted return: growth of one unit of money, whatever was paid in or out.
 *
 * <p>{@code r_t = (V_t - F_t) / V_{t-1} - 1} and {@code total = prod(1 + r_t) - 1}, where {@code V_t} is the value at the close of day {@code t} in
 * base currency and {@code F_t} the net external flow of that day, taken at the close (end-of-day flows, as the GIPS standards allow for daily
 * valuation). A day with {@code V_{t-1} <= 0} has no return; the first value is where measuring begins, its own flow does not count.
 *
 * <p>{@code annualised = (1 + total)^(365 / days) - 1} with the calendar days from the start to the last value. A span of less than a day
 * is not annualised.
 *
 * @param start day of the first value above zero, where the chain begins; empty when there is none
 * @param total fraction over the whole span; undefined without a single daily return
 * @param annualised fraction a year
 * @param returns every daily return, by date
 */
public record TimeWeightedReturn(
        Optional<LocalDate> start, Figure total, Figure annualised, List<DailyReturn> returns) {

    private static final double DAYS_A_YEAR = 365;

    public TimeWeightedReturn {
        returns = List.copyOf(returns);
    }

    /** Measures a series of values, by date. */
    public static TimeWeightedReturn of(List<DatedValue> values) {
        Optional<LocalDate> start = values.stream()
                .filter(day -> day.value().signum() > 0)
                .map(DatedValue::date)
                .findFirst();
        List<DailyReturn> returns = returns(values);
        Figure total = total(values, returns);
        return new TimeWeightedReturn(start, total, total.then(growth -> annualise(growth, start, returns)), returns);
    }

    /** None, for a reason. */
    static TimeWeightedReturn undefined(String reason) {
        return new TimeWeightedReturn(Optional.empty(), Figure.undefined(reason), Figure.undefined(reason), List.of());
    }

    private static List<DailyReturn> returns(List<DatedValue> values) {
        List<DailyReturn> returns = new ArrayList<>();
        for (int i = 1; i < values.size(); i++) {
            BigDecimal before = values.get(i - 1).value();
            DatedValue day = values.get(i);
            if (before.signum() > 0) {
                BigDecimal gain = day.value().subtract(day.flow()).subtract(before);
                returns.add(new DailyReturn(day.date(), gain.doubleValue() / before.doubleValue()));
            }
        }
        return returns;
    }

    private static Figure total(List<DatedValue> values, List<DailyReturn> returns) {
        if (values.size() < 2) {
            return Figure.undefined("Insufficient data: a return needs two daily values, there are " + values.size());
        }
        if (returns.isEmpty()) {
            return Figure.undefined("No valid returns: no day begins with a value above zero");
        }
        double growth = 1;
        for (DailyReturn day : returns) {
            growth *= 1 + day.value();
        }
        return Figure.of(growth - 1);
    }

    private static Figure annualise(double total, Optional<LocalDate> start, List<DailyReturn> returns) {
        LocalDate end = returns.get(returns.size() - 1).date();
        long days = start.map(from -> ChronoUnit.DAYS.between(from, end)).orElse(0L);
        if (days < 1) {
            return Figure.undefined("A span of less than a day is not annualised");
        }
        if (total < -1) {
            return Figure.undefined("A loss of more than everything has no annual rate");
        }
        double rate = StrictMath.pow(1 + total, DAYS_A_YEAR / days) - 1;
        return Double.isFinite(rate)
                ? Figure.of(rate)
                : Figure.undefined("The annual rate of " + days + " days is beyond any number");
    }

    /** {@link #annualised}, unless the span is of less than 365 calendar days: a good week is no good year. */
    public Figure annualisedFromAYear() {
        return total.then(
                known -> spansAYear() ? annualised : Figure.undefined("A span of less than a year is not annualised"));
    }

    private boolean spansAYear() {
        return start.isPresent()
                && !returns.isEmpty()
                && ChronoUnit.DAYS.between(
                                start.get(), returns.get(returns.size() - 1).date())
                        >= DAYS_A_YEAR;
    }

    /** The wealth index: 1 at the start, then one point a return. */
    public List<WealthPoint> wealth() {
        List<WealthPoint> points = new ArrayList<>();
        start.ifPresent(day -> points.add(new WealthPoint(day, 1)));
        double wealth = 1;
        for (DailyReturn day : returns) {
            wealth *= 1 + day.value();
            points.add(new WealthPoint(day.date(), wealth));
        }
        return List.copyOf(points);
    }
}
