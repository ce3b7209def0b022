package io.dawsos.metrics;

import java.util.List;

/** The last so many daily returns of a series, and the risk in them. */
public record Window(int days, TimeWeightedReturn twr) {

    /** What rolling figures are usually told for, in trading days. */
    public static final List<Integer> USUAL = List.of(30, 60, 90, 252);

    /** The last {@code days} returns; undefined when there are fewer. */
    public static Window last(int days, List<DatedValue> values) {
        int from = values.size() - days - 1;
        return new Window(
                days,
                from < 0
                        ? TimeWeightedReturn.undefined(
                                days + " daily returns are needed, there are " + Math.max(0, values.size() - 1))
                        : TimeWeightedReturn.of(values.subList(from, values.size())));
    }

    /** How it is called in answers, for instance {@code 30d}. */
    public String label() {
        return days + "d";
    }

    public Figure volatility() {
        return twr.total().then(known -> Volatility.of(twr.returns()));
    }

    public Figure sharpeRatio(RiskFree riskFree) {
        return SharpeRatio.of(twr.annualised(), volatility(), riskFree);
    }

    /** Measured against the risk-free rate. */
    public Figure downsideDeviation(RiskFree riskFree) {
        return twr.total().then(known -> DownsideDeviation.of(twr.returns(), riskFree.rate()));
    }

    public Figure sortinoRatio(RiskFree riskFree) {
        return SortinoRatio.of(twr.annualised(), downsideDeviation(riskFree), riskFree);
    }
}
