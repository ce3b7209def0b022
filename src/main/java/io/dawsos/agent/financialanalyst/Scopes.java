package io.dawsos.agent.financialanalyst;

import io.dawsos.execution.ExecutionContext;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.failure.Violation;
import io.dawsos.portfolio.PortfolioScope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decides whose portfolio is read, and from which pack: those of the execution, and no other. */
final class Scopes {

    private Scopes() {}

    /**
     * The scope of a request. Fails with VALIDATION_FAILED when neither the request nor the execution names a portfolio, or the request names
     * another pack, and with PORTFOLIO_NOT_FOUND for another portfolio than the execution's: its base currency and its owner are not known here.
     */
    static PortfolioScope of(ExecutionContext context, Optional<UUID> portfolioId, Optional<String> packId) {
        requirePack(context, packId);
        UUID wanted = portfolioId
                .or(context::portfolioId)
                .orElseThrow(() -> Failure.invalid(List.of(new Violation(
                        "/args/portfolio_id", "'portfolio_id' is missing, and the execution is about no portfolio"))));
        if (!context.portfolioId().equals(Optional.of(wanted))) {
            throw new Failure(FailureReason.PORTFOLIO_NOT_FOUND, "There is no portfolio " + wanted);
        }
        return new PortfolioScope(
                context.userId(), wanted, context.baseCurrency(), context.ledgerCommit(), context.pack());
    }

    /** Refuses a pack that is not the execution's: every figure of an answer comes from one pack. */
    static void requirePack(ExecutionContext context, Optional<String> packId) {
        packId.filter(id -> !id.equals(context.pack().toString())).ifPresent(id -> {
            throw Failure.invalid(List.of(new Violation(
                    "/args/pack_id",
                    "'" + id + "' is not the pack of this execution, " + context.pack()
                            + "; ask for another day with 'asof'")));
        });
    }
}
