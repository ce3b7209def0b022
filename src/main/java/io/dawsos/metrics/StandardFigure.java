package io.dawsos.metrics;

import java.util.Locale;

/**
 * The figures that are kept of every portfolio and night. {@code _ann} is a year, {@code _252d} over the last 252 daily returns; ranges are
 * those of {@link StandardRange}, drawdowns of its ranges too.
 */
public enum StandardFigure {
    TWR_1D,
    TWR_MTD,
    TWR_QTD,
    TWR_YTD,
    TWR_1Y,
    TWR_3Y,
    TWR_5Y,
    TWR_INCEPTION,
    TWR_3Y_ANN,
    TWR_5Y_ANN,
    TWR_INCEPTION_ANN,
    MWR_YTD,
    MWR_1Y,
    MWR_3Y_ANN,
    MWR_5Y_ANN,
    MWR_INCEPTION,
    MWR_INCEPTION_ANN,
    VOLATILITY_30D,
    VOLATILITY_60D,
    VOLATILITY_90D,
    VOLATILITY_252D,
    DOWNSIDE_DEVIATION_252D,
    SHARPE_RATIO_30D,
    SHARPE_RATIO_60D,
    SHARPE_RATIO_90D,
    SHARPE_RATIO_252D,
    SORTINO_RATIO_252D,
    MAX_DRAWDOWN_1Y,
    MAX_DRAWDOWN_3Y,
    MAX_DRAWDOWN_INCEPTION,
    CURRENT_DRAWDOWN,
    BETA_252D,
    ALPHA_252D,
    TRACKING_ERROR_252D,
    INFORMATION_RATIO_252D,
    CORRELATION_252D,
    VAR_95_1D,
    VAR_95_10D,
    CVAR_95_1D;

    /** Snake case: its name in answers, and its column. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The figure whose name is {@code kind} and {@code period}, for instance {@code TWR} and {@code mtd}. */
    static StandardFigure of(String kind, String period) {
        return valueOf(kind + "_" + period.toUpperCase(Locale.ROOT));
    }
}
