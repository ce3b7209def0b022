package io.dawsos.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.failure.Violation;
import io.dawsos.pattern.Pattern;
import io.dawsos.portfolio.Portfolios;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the portfolio of an execution among the caller's own. Asking for another's looks like asking for none, and is audited. */
final class PortfolioChooser {

    private final Portfolios portfolios;
    private final AuditLog audit;
    private final Clock clock;

    PortfolioChooser(Portfolios portfolios, AuditLog audit, Clock clock) {
        this.portfolios = portfolios;
        this.audit = audit;
        this.clock = clock;
    }

    /** The portfolio that the request names, as a member of its own or as an input; both must agree. */
    static Optional<UUID> named(ExecutionRequest request) {
        JsonNode input = request.inputs().get(InputBinder.PORTFOLIO);
        Optional<UUID> byInput =
                input != null && input.isTextual() ? RequestReader.uuid(input.textValue()) : Optional.empty();
        if (byInput.isPresent() && request.portfolioId().isPresent() && !byInput.equals(request.portfolioId())) {
            throw Failure.invalid(List.of(new Violation(
                    "/inputs/portfolio_id",
                    "portfolio_id of the request and portfolio_id of the inputs name two portfolios; give one")));
        }
        return byInput.or(request::portfolioId);
    }

    /** The caller's portfolios and the newest pack; empty when the pattern is about none and the request names none. */
    Optional<Portfolios.Beginning> begin(Pattern pattern, ExecutionRequest request, Optional<UUID> named) {
        boolean needed = pattern.inputs().containsKey(InputBinder.PORTFOLIO);
        return needed || named.isPresent()
                ? Optional.of(portfolios.begin(request.userId(), named, request.asOf()))
                : Optional.empty();
    }

    /** The one that the request is about, of those that were found. */
    Portfolios.Opened choose(ExecutionRequest request, Optional<UUID> named, List<Portfolios.Opened> found) {
        if (found.size() > 1) {
            throw Failure.invalid(List.of(new Violation(
                    "/portfolio_id",
                    "portfolio_id is missing, and you have more than one; GET /v1/portfolios lists them")));
        }
        if (found.isEmpty()) {
            named.ifPresent(id -> auditRefusal(request, id));
            throw new Failure(
                    FailureReason.PORTFOLIO_NOT_FOUND,
                    named.map(id -> "Portfolio " + id + " not found").orElse("You have no portfolio yet"));
        }
        return imported(found.get(0));
    }

    private static Portfolios.Opened imported(Portfolios.Opened opened) {
        if (opened.ledgerCommit().isEmpty()) {
            throw new Failure(
                    FailureReason.PORTFOLIO_NOT_FOUND,
                    "Portfolio " + opened.portfolio().id() + " has no imported journal yet; import its ledger first");
        }
        return opened;
    }

    private void auditRefusal(ExecutionRequest request, UUID wanted) {
        audit.append(new AuditLog.Entry(
                request.userId(),
                Optional.empty(),
                "portfolio_refused",
                "{\"portfolio_id\":\"" + wanted + "\",\"origin\":\"" + request.origin() + "\"}",
                Optional.of(request.ids().traceId()),
                clock.instant()));
    }
}
