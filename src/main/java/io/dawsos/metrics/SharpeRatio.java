package io.dawsos.metrics;

/**
 * Sharpe ratio: return above the risk-free rate for each unit of volatility.
 *
 * <p>{@code (annualised return - risk-free rate) / volatility}, all a year. Source: W. F. Sharpe, "The Sharpe Ratio", Journal of Portfolio
 * Management 21 (1994), in its historic form, with the annualised time-weighted return for the mean.
 */
public final class SharpeRatio {

    private SharpeRatio() {}

    /** Undefined when the return or the volatility is, and when the volatility is 0. */
    public static Figure of(Figure annualisedReturn, Figure volatility, RiskFree riskFree) {
        return annualisedReturn.then(earned -> volatility.then(scatter -> scatter == 0
                ? Figure.undefined("There is no Sharpe ratio without volatility")
                : Figure.of((earned - riskFree.rate()) / scatter)));
    }
}
