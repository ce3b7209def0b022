package io.dawsos.metrics;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.descriptive.rank.Percentile.EstimationType;

/**
 * Historical value at risk: the loss of a day that was not exceeded on a given share of the days, and the mean loss of the others.
 *
 * <p>{@code VaR = -q}, with {@code q} the quantile of the daily returns at {@code 1 - confidence}, interpolated linearly between the two
 * nearest ones (R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50, 1996, definition 7).
 * {@code CVaR = -mean(r_t, r_t <= q)}, also called expected shortfall. Both are positive for a loss; a negative one is a gain even then.
 * Ten days are {@code VaR x sqrt(10)}: days that follow each other are taken as independent.
 *
 * @param oneDay VaR of one day, fraction
 * @param tenDays VaR of ten days, fraction
 * @param conditional CVaR of one day, fraction
 */
public record ValueAtRisk(Figure oneDay, Figure tenDays, Figure conditional) {

    /** Fewer returns say nothing about rare days. */
    public static final int FEWEST = 30;

    private static final double TEN_DAYS = 10;

    /**
     * Measures daily returns, flows removed.
     *
     * @param confidence above 0 and below 1, for instance 0.95
     */
    public static ValueAtRisk of(List<DailyReturn> returns, double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("A confidence lies between 0 and 1, not at " + confidence);
        }
        if (returns.size() < FEWEST) {
            Figure none = Figure.undefined(
                    "Historical value at risk needs " + FEWEST + " daily returns, there are " + returns.size());
            return new ValueAtRisk(none, none, none);
        }
        double[] all = returns.stream().mapToDouble(DailyReturn::value).toArray();
        double quantile =
                new Percentile().withEstimationType(EstimationType.R_7).evaluate(all, 100 * (1 - confidence));
        double tail =
                Arrays.stream(all).filter(each -> each <= quantile).average().orElse(quantile);
        return new ValueAtRisk(Figure.of(-quantile), Figure.of(-quantile * Math.sqrt(TEN_DAYS)), Figure.of(-tail));
    }
}
