package io.dawsos.agent.financialanalyst;

import io.dawsos.metrics.Drawdown;
import io.dawsos.metrics.Figure;
import io.dawsos.metrics.RiskFree;
import io.dawsos.metrics.SharpeRatio;
import io.dawsos.metrics.TimeWeightedReturn;
import io.dawsos.metrics.Volatility;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Result of {@code metrics.compute_twr}. Rates are fractions; a figure that there is not is null, and {@code undefined} says why.
 *
 * @param from day of the first value measured from
 * @param to day of the last value
 * @param twr time-weighted return over the whole span
 * @param twrAnnualized the same a year, by calendar days
 * @param volatility sample standard deviation of the daily returns, a year
 * @param sharpeRatio annualised return above the risk-free rate by volatility
 * @param maxDrawdown deepest fall of the wealth index, never positive
 * @param flowConvention when external flows count: {@code end_of_day}
 * @param observations number of daily values
 * @param riskFreeRate fraction a year
 * @param drawdown when the deepest fall happened; null when there was none
 * @param undefined reason by name of the figure
 */
public record PerformanceMetrics(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Double> twr,
        Optional<Double> twrAnnualized,
        Optional<Double> volatility,
        Optional<Double> sharpeRatio,
        Optional<Double> maxDrawdown,
        String flowConvention,
        int observations,
        double riskFreeRate,
        String riskFreeSource,
        Optional<Fall> drawdown,
        SortedMap<String, String> undefined) {

    /**
     * The deepest fall.
     *
     * @param recovery first day back at the peak; null when not yet
     * @param current how far below its high the wealth index stands at the end
     */
    public record Fall(LocalDate peak, LocalDate trough, Optional<LocalDate> recovery, double current) {}

    public PerformanceMetrics {
        undefined = Collections.unmodifiableSortedMap(new TreeMap<>(undefined));
    }

    static PerformanceMetrics of(Series series, RiskFree riskFree) {
        TimeWeightedReturn twr = TimeWeightedReturn.of(series.dated());
        Figure volatility = Volatility.of(twr.returns());
        Optional<Drawdown> drawdown = Drawdown.of(twr.wealth());
        Figure worst = drawdown.map(fall -> Figure.of(fall.worst()))
                .orElseGet(() -> Figure.undefined(twr.total().reason()));
        Figures figures = new Figures();
        return new PerformanceMetrics(
                series.first(),
                series.last(),
                figures.known("twr", twr.total()),
                figures.known("twr_annualized", twr.annualised()),
                figures.known("volatility", volatility),
                figures.known("sharpe_ratio", SharpeRatio.of(twr.annualised(), volatility, riskFree)),
                figures.known("max_drawdown", worst),
                MetricsCapabilities.FLOW_CONVENTION,
                series.values().size(),
                riskFree.rate(),
                riskFree.source(),
                drawdown.flatMap(PerformanceMetrics::fall),
                figures.undefined());
    }

    private static Optional<Fall> fall(Drawdown drawdown) {
        return drawdown.peak()
                .flatMap(peak -> drawdown.trough()
                        .map(trough -> new Fall(peak, trough, drawdown.recovery(), drawdown.current())));
    }
}
