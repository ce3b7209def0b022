package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Answer;
import io.dawsos.capability.Capability;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import io.dawsos.metrics.BenchmarkSeries;
import io.dawsos.metrics.Benchmarks;
import io.dawsos.metrics.PortfolioMetrics;
import io.dawsos.metrics.StandardMetrics;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** How a portfolio performed and at what risk. */
public final class MetricsCapabilities {

    static final String FLOW_CONVENTION = "end_of_day";

    private final PortfolioHistory history;
    private final Benchmarks benchmarks;
    private final PortfolioMetrics stored;

    public MetricsCapabilities(PortfolioHistory history, Benchmarks benchmarks, PortfolioMetrics stored) {
        this.history = history;
        this.benchmarks = benchmarks;
        this.stored = stored;
    }

    @Capability(
            value = "metrics.compute_twr",
            doc =
                    "Time-weighted return, annualised return, volatility, Sharpe ratio and drawdown over the last trading days or a range;"
                            + " fractions, external flows taken at the end of their day.")
    public Answer<PerformanceMetrics> computeTwr(RangeRequest request, ExecutionContext context) {
        return measure(request, context, (series, rate) -> PerformanceMetrics.of(series, rate.rate()));
    }

    @Capability(
            value = "metrics.compute_returns",
            doc =
                    "Time-weighted and money-weighted returns over one day, month, quarter and year to date, one, three and five years and"
                            + " since inception; fractions, annual from a year on.")
    public Answer<StandardReturns> computeReturns(PortfolioRequest request, ExecutionContext context) {
        PortfolioScope scope = Scopes.of(context, request.portfolioId(), request.packId());
        Series all = Series.all(history, scope);
        return Answers.of(StandardReturns.of(all.dated()), context).warning(all.warnings());
    }

    @Capability(
            value = "metrics.compute_mwr",
            doc =
                    "Money-weighted return (XIRR) over the last trading days or a range: of the span, and a year from a year on; null with the"
                            + " reason when there is no solution or several.")
    public Answer<MoneyWeightedMetrics> computeMwr(RangeRequest request, ExecutionContext context) {
        Series series = series(request, context);
        return Answers.of(MoneyWeightedMetrics.of(series), context).warning(series.warnings());
    }

    @Capability(
            value = "metrics.compute_volatility",
            doc =
                    "Volatility and downside deviation of daily returns, of the last 30, 60, 90 and 252 of them, and rolling; fractions a"
                            + " year of 252 trading days.")
    public Answer<VolatilityMetrics> computeVolatility(VolatilityRequest request, ExecutionContext context) {
        return measure(
                request.span().range(),
                context,
                (series, rate) -> VolatilityMetrics.of(series, request.window(), rate.rate()));
    }

    @Capability(
            value = "metrics.compute_sharpe",
            doc =
                    "Sharpe ratio over a span and over the last 30, 60, 90 and 252 daily returns, with the risk-free rate and its source.")
    public Answer<SharpeMetrics> computeSharpe(RiskRequest request, ExecutionContext context) {
        return measure(request.range(), context, (series, rate) -> SharpeMetrics.of(series, rate.rate()));
    }

    @Capability(
            value = "metrics.compute_sortino",
            doc =
                    "Sortino ratio over a span: return above the risk-free rate by downside deviation, with the rate and its source.")
    public Answer<SortinoMetrics> computeSortino(RiskRequest request, ExecutionContext context) {
        return measure(request.range(), context, (series, rate) -> SortinoMetrics.of(series, rate.rate()));
    }

    @Capability(
            value = "metrics.compute_drawdown",
            doc =
                    "Deepest fall of the wealth index with its peak, trough and recovery, where it stands now, and the path; fractions, never"
                            + " positive.")
    public Answer<DrawdownMetrics> computeDrawdown(RangeRequest request, ExecutionContext context) {
        Series series = series(request, context);
        return Answers.of(DrawdownMetrics.of(series), context).warning(series.warnings());
    }

    @Capability(
            value = "metrics.compute_benchmark",
            doc =
                    "The portfolio beside a fund: beta, Jensen's alpha, tracking error, information ratio and correlation of daily returns; the"
                            + " fund in base currency, or hedged; fractions.")
    public Answer<BenchmarkMetrics> computeBenchmark(BenchmarkRequest request, ExecutionContext context) {
        String symbol = request.benchmark().orElse(benchmarks.house());
        benchmarks.refusal(symbol).ifPresent(reason -> {
            throw Failure.invalid(List.of(new Violation("/args/benchmark", reason)));
        });
        PortfolioScope scope =
                Scopes.of(context, request.span().portfolioId(), request.span().packId());
        return measure(request.span().range(), context, (series, rate) -> {
            LocalDate from = series.first().orElse(scope.pack().date());
            BenchmarkSeries fund = benchmarks.series(symbol, scope.base(), scope.pack(), from);
            return BenchmarkMetrics.of(series, fund, request.hedged(), rate.rate());
        });
    }

    @Capability(
            value = "metrics.summary",
            doc =
                    "The usual figures on the day of the pack: returns, money-weighted returns, volatility, Sharpe, Sortino, drawdowns, value at"
                            + " risk, and beta and its kin against the house benchmark; as the night stored them, else computed.")
    public Answer<MetricsSummary> summary(PortfolioRequest request, ExecutionContext context) {
        PortfolioScope scope = Scopes.of(context, request.portfolioId(), request.packId());
        RiskFreeRate rate = RiskFreeRate.of(benchmarks, scope.pack());
        // a row that was measured against something else than an answer of today is not the answer
        Optional<StandardMetrics> known = stored.find(scope)
                .filter(row ->
                        row.riskFree().equals(rate.rate()) && row.benchmark().equals(benchmarks.house()));
        if (known.isPresent()) {
            return rate.credit(Answers.of(MetricsSummary.of(known.get(), scope.base()), context));
        }
        Series all = Series.all(history, scope);
        StandardMetrics metrics = StandardMetrics.of(all.dated(), benchmarks.yardstick(scope.pack(), scope.base()));
        return rate.credit(
                Answers.of(MetricsSummary.of(metrics, scope.base()), context).warning(all.warnings()));
    }

    private Series series(RangeRequest request, ExecutionContext context) {
        return Series.values(history, Scopes.of(context, request.portfolioId(), request.packId()), request);
    }

    private <T> Answer<T> measure(
            RangeRequest request, ExecutionContext context, BiFunction<Series, RiskFreeRate, T> measure) {
        Series series = series(request, context);
        RiskFreeRate rate = RiskFreeRate.of(benchmarks, context.pack());
        return rate.credit(Answers.of(measure.apply(series, rate), context).warning(series.warnings()));
    }
}
