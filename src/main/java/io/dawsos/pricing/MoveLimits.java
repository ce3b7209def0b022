package io.dawsos.pricing;

/**
 * How far a row may lie from the last one that was accepted: {@code |new / last - 1|}, where a close before the ex-date of a split is
 * divided by its ratio first.
 *
 * @param close for closes; 0.5 is 50 %
 * @param rate for exchange rates
 */
public record MoveLimits(double close, double rate) {

    /** Half for closes, a fifth for rates. */
    public static final MoveLimits DEFAULT = new MoveLimits(0.5, 0.2);

    public MoveLimits {
        if (!(close > 0 && rate > 0)) {
            throw new IllegalArgumentException("The largest move is positive, not " + close + " and " + rate);
        }
    }
}
