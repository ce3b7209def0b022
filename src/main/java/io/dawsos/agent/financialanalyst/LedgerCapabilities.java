package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Answer;
import io.dawsos.capability.Capability;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioScope;

/** What the ledger knows. */
public final class LedgerCapabilities {

    private final PortfolioHistory history;

    public LedgerCapabilities(PortfolioHistory history) {
        this.history = history;
    }

    @Capability(
            value = "ledger.positions",
            doc =
                    "Open lots and cash at the close of the pack's day, one row a lot; cost in base currency at the rate of the purchase.")
    public Answer<Positions> positions(PortfolioRequest request, ExecutionContext context) {
        PortfolioScope scope = Scopes.of(context, request.portfolioId(), request.packId());
        return Answers.of(
                Positions.of(
                        scope.portfolioId(),
                        scope.base(),
                        history.holdings(scope).holdings()),
                context);
    }
}
