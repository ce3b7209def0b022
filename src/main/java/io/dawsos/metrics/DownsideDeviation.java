package io.dawsos.metrics;

import java.util.List;

/**
 * Downside deviation: how far daily returns fall short of a target, a year's worth.
 *
 * <p>{@code sqrt(sum(min(r_t - target / 252, 0)^2) / n) x sqrt(252)}: over all days, those above the target counting as 0. Source: F. A. Sortino
 * and R. van der Meer, "Downside Risk", Journal of Portfolio Management 17 (1991).
 */
public final class DownsideDeviation {

    private DownsideDeviation() {}

    /**
     * Fraction a year; undefined with fewer than two returns.
     *
     * @param target fraction a year
     */
    public static Figure of(List<DailyReturn> returns, double target) {
        int count = returns.size();
        if (count < 2) {
            return Figure.undefined("Downside deviation needs two daily returns, there are " + count);
        }
        double daily = target / Volatility.TRADING_DAYS_A_YEAR;
        double squares = 0;
        for (DailyReturn day : returns) {
            double shortfall = Math.min(day.value() - daily, 0);
            squares += shortfall * shortfall;
        }
        return Figure.of(Math.sqrt(squares / count) * Math.sqrt(Volatility.TRADING_DAYS_A_YEAR));
    }
}
