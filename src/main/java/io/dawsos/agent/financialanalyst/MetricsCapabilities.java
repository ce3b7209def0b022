package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Answer;
import io.dawsos.capability.Capability;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.metrics.Drawdown;
import io.dawsos.metrics.Figure;
import io.dawsos.metrics.RiskFree;
import io.dawsos.metrics.SharpeRatio;
import io.dawsos.metrics.TimeWeightedReturn;
import io.dawsos.metrics.Volatility;
import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a portfolio performed and at what risk. */
public final class MetricsCapabilities {

    private static final String FLOW_CONVENTION = "end_of_day";

    private final PortfolioHistory history;
    private final RiskFree riskFree;

    /** Measures against {@link RiskFree#FIXED}. */
    public MetricsCapabilities(PortfolioHistory history) {
        this(history, RiskFree.FIXED);
    }

    public MetricsCapabilities(PortfolioHistory history, RiskFree riskFree) {
        this.history = history;
        this.riskFree = riskFree;
    }

    @Capability(
            value = "metrics.compute_twr",
            doc =
                    "Time-weighted return, annualised return, volatility, Sharpe ratio and drawdown over the last trading days or a range;"
                            + " fractions, external flows taken at the end of their day.")
    public Answer<PerformanceMetrics> computeTwr(RangeRequest request, ExecutionContext context) {
        PortfolioScope scope = Scopes.of(context, request.portfolioId(), request.packId());
        Series series = Series.values(history, scope, request);
        return Answers.of(measure(series), context).warning(series.warnings());
    }

    private PerformanceMetrics measure(Series series) {
        TimeWeightedReturn twr = TimeWeightedReturn.of(series.dated());
        Figure volatility = Volatility.of(twr.returns());
        Figure sharpe = SharpeRatio.of(twr.annualised(), volatility, riskFree);
        Optional<Drawdown> drawdown = Drawdown.of(twr.wealth());
        Figure worst = drawdown.map(fall -> Figure.of(fall.worst()))
                .orElseGet(() -> Figure.undefined(twr.total().reason()));
        SortedMap<String, String> undefined = new TreeMap<>();
        return new PerformanceMetrics(
                day(series.values(), 0),
                day(series.values(), series.values().size() - 1),
                known("twr", twr.total(), undefined),
                known("twr_annualized", twr.annualised(), undefined),
                known("volatility", volatility, undefined),
                known("sharpe_ratio", sharpe, undefined),
                known("max_drawdown", worst, undefined),
                FLOW_CONVENTION,
                series.values().size(),
                riskFree.rate(),
                riskFree.source(),
                drawdown.flatMap(MetricsCapabilities::fall),
                undefined);
    }

    private static Optional<LocalDate> day(List<DailyValue> values, int index) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.get(index).date());
    }

    private static Optional<Double> known(String name, Figure figure, SortedMap<String, String> undefined) {
        if (figure.value().isEmpty()) {
            undefined.put(name, figure.reason());
            return Optional.empty();
        }
        return Optional.of(figure.get());
    }

    private static Optional<PerformanceMetrics.Fall> fall(Drawdown drawdown) {
        return drawdown.peak()
                .flatMap(peak -> drawdown.trough()
                        .map(trough ->
                                new PerformanceMetrics.Fall(peak, trough, drawdown.recovery(), drawdown.current())));
    }
}
