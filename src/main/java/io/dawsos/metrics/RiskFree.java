package io.dawsos.metrics;

/**
 * The rate that is earned without risk.
 *
 * @param rate fraction a year
 * @param source where it was read, as a reader of the answer sees it
 */
public record RiskFree(double rate, String source) {

    /** 4 % a year, when nothing is known of the market's own rate. */
    public static final RiskFree FIXED = new RiskFree(0.04, "fixed 4%");
}
