package io.dawsos.metrics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * A portfolio beside a benchmark, over the daily returns of the days that both have; flows are removed from the portfolio's.
 *
 * <ul>
 *   <li>beta {@code = cov(p, b) / var(b)}, the same divisor in both
 *   <li>alpha {@code = (P - r) - beta (B - r)}, a year, with the annualised returns {@code P} and {@code B} of those days and the risk-free rate
 *       {@code r} (M. C. Jensen, "The Performance of Mutual Funds", Journal of Finance 23, 1968)
 *   <li>tracking error {@code = sd(p - b) x sqrt(252)}, sample standard deviation
 *   <li>information ratio {@code = mean(p - b) x 252 / tracking error}
 *   <li>correlation: Pearson's
 * </ul>
 *
 * @param observations common daily returns
 * @param benchmark growth of the benchmark over those days, fraction
 */
public record BenchmarkComparison(
        int observations,
        Figure benchmark,
        Figure beta,
        Figure alpha,
        Figure trackingError,
        Figure informationRatio,
        Figure correlation) {

    /** Fewer common days say nothing. */
    public static final int FEWEST = 30;

    private static final double DAYS_A_YEAR = 365;

    /** Not comparable, for a reason. */
    public static BenchmarkComparison undefined(int observations, String reason) {
        Figure none = Figure.undefined(reason);
        return new BenchmarkComparison(observations, none, none, none, none, none, none);
    }

    /**
     * Compares them over the days of the portfolio's values.
     *
     * @param values the portfolio's, by date
     * @param hedged whether the benchmark is taken in its own currency
     */
    public static BenchmarkComparison of(
            List<DatedValue> values, BenchmarkSeries benchmark, boolean hedged, RiskFree riskFree) {
        if (benchmark.fault().isPresent()) {
            return undefined(0, benchmark.fault().get());
        }
        Map<LocalDate, Double> others = new TreeMap<>();
        List<LocalDate> days = values.stream().map(DatedValue::date).toList();
        benchmark.returns(days).stream()
                .map(day -> day.daily(hedged))
                .forEach(day -> others.put(day.date(), day.value()));
        List<DailyReturn> own = TimeWeightedReturn.of(values).returns().stream()
                .filter(day -> others.containsKey(day.date()))
                .toList();
        if (own.size() < FEWEST) {
            return undefined(
                    own.size(), "A comparison needs " + FEWEST + " daily returns of both, there are " + own.size());
        }
        List<DailyReturn> other = own.stream()
                .map(day -> new DailyReturn(day.date(), others.getOrDefault(day.date(), 0.0)))
                .toList();
        return of(own, other, before(days, own.get(0).date()), riskFree);
    }

    private static LocalDate before(List<LocalDate> days, LocalDate day) {
        return days.get(days.indexOf(day) - 1);
    }

    private static BenchmarkComparison of(
            List<DailyReturn> own, List<DailyReturn> other, LocalDate start, RiskFree riskFree) {
        SimpleRegression regression = new SimpleRegression();
        List<Double> excess = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            regression.addData(other.get(i).value(), own.get(i).value());
            excess.add(own.get(i).value() - other.get(i).value());
        }
        double[] differences = excess.stream().mapToDouble(Double::doubleValue).toArray();
        double days = ChronoUnit.DAYS.between(start, own.get(own.size() - 1).date());
        Figure beta = finite(regression.getSlope(), "There is no beta to a benchmark that does not move");
        Figure error = finite(
                new StandardDeviation().evaluate(differences) * Math.sqrt(Volatility.TRADING_DAYS_A_YEAR),
                "The differences from the benchmark are beyond any number");
        double mean = excess.stream().mapToDouble(Double::doubleValue).sum() / differences.length;
        Figure alpha = beta.then(slope -> finite(
                annual(own, days) - riskFree.rate() - slope * (annual(other, days) - riskFree.rate()),
                "The annual rate of " + (long) days + " days is beyond any number"));
        return new BenchmarkComparison(
                own.size(),
                Figure.of(growth(other) - 1),
                beta,
                alpha,
                error,
                error.then(scatter -> scatter == 0
                        ? Figure.undefined("There is no information ratio without a difference from the benchmark")
                        : Figure.of(mean * Volatility.TRADING_DAYS_A_YEAR / scatter)),
                finite(regression.getR(), "There is no correlation when either does not move"));
    }

    private static Figure finite(double value, String otherwise) {
        return Double.isFinite(value) ? Figure.of(value) : Figure.undefined(otherwise);
    }

    private static double annual(List<DailyReturn> returns, double days) {
        return StrictMath.pow(growth(returns), DAYS_A_YEAR / days) - 1;
    }

    private static double growth(List<DailyReturn> returns) {
        double growth = 1;
        for (DailyReturn day : returns) {
            growth *= 1 + day.value();
        }
        return growth;
    }
}
