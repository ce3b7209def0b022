package io.dawsos.metrics;

/**
 * Sortino ratio: return above the risk-free rate for each unit of downside deviation.
 *
 * <p>{@code (annualised return - risk-free rate) / downside deviation}, the risk-free rate being the target of both. Source: as for
 * {@link DownsideDeviation}.
 */
public final class SortinoRatio {

    private SortinoRatio() {}

    /** Undefined when the return or the deviation is, and when the deviation is 0. */
    public static Figure of(Figure annualisedReturn, Figure downside, RiskFree riskFree) {
        return annualisedReturn.then(earned -> downside.then(scatter -> scatter == 0
                ? Figure.undefined("There is no Sortino ratio without a day below the risk-free rate")
                : Figure.of((earned - riskFree.rate()) / scatter)));
    }
}
