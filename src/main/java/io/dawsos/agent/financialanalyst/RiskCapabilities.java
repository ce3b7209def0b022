package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Answer;
import io.dawsos.capability.Capability;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioScope;

/** What a portfolio may lose. */
public final class RiskCapabilities {

    private final PortfolioHistory history;

    public RiskCapabilities(PortfolioHistory history) {
        this.history = history;
    }

    @Capability(
            value = "risk.compute_var",
            doc =
                    "Historical value at risk of one day and of ten, and the mean loss beyond it (CVaR), from daily returns without flows;"
                            + " positive fractions are losses.")
    public Answer<VarMetrics> computeVar(VarRequest request, ExecutionContext context) {
        PortfolioScope scope =
                Scopes.of(context, request.span().portfolioId(), request.span().packId());
        Series series = Series.values(history, scope, request.span().range());
        return Answers.of(VarMetrics.of(series, request.confidence(), scope.base()), context)
                .warning(series.warnings());
    }
}
