package io.dawsos.metrics;

import java.util.List;

/**
 * Volatility: how far daily returns scatter, a year's worth.
 *
 * <p>{@code sqrt(sum((r_t - mean)^2) / (n - 1)) x sqrt(252)}: sample standard deviation, 252 trading days a year.
 */
public final class Volatility {

    /** Trading days that a year is taken to have. */
    public static final double TRADING_DAYS_A_YEAR = 252;

    private Volatility() {}

    /** Fraction a year; undefined with fewer than two returns. */
    public static Figure of(List<DailyReturn> returns) {
        int count = returns.size();
        if (count < 2) {
            return Figure.undefined("Volatility needs two daily returns, there are " + count);
        }
        double sum = 0;
        for (DailyReturn day : returns) {
            sum += day.value();
        }
        double mean = sum / count;
        double squares = 0;
        for (DailyReturn day : returns) {
            squares += (day.value() - mean) * (day.value() - mean);
        }
        return Figure.of(Math.sqrt(squares / (count - 1)) * Math.sqrt(TRADING_DAYS_A_YEAR));
    }
}
