package io.dawsos.metrics;

import io.dawsos.pricing.Indicator;
import java.util.Optional;

/**
 * The rate that is earned without risk.
 *
 * @param rate fraction a year
 * @param source where it was read, as a reader of the answer sees it
 */
public record RiskFree(double rate, String source) {

    /** The yield that is taken for it: 10-year Treasury, constant maturity, percent a year. */
    public static final String SERIES = "DGS10";

    /** 4 % a year, when nothing is known of the market's own rate. */
    public static final RiskFree FIXED = new RiskFree(0.04, "fixed 4%");

    private static final int PERCENT = 2;

    /** The yield that belongs to a pack, made a fraction here and nowhere else; {@link #FIXED} when the pack has none. */
    public static RiskFree of(Optional<Indicator> yield) {
        return yield.map(published -> new RiskFree(
                        published.value().movePointLeft(PERCENT).doubleValue(),
                        published.series() + " of " + published.date() + " (" + published.provider() + ")"))
                .orElse(FIXED);
    }
}
