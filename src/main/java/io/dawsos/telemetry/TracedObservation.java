package io.dawsos.telemetry;

import io.dawsos.execution.ExecutionContext;
import io.dawsos.execution.Observation;
import io.dawsos.execution.RequestIds;
import io.dawsos.failure.FailureReason;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Locale;
import java.util.Optional;

/**
 * One span for the execution and one for each agent call, children of the span of the way in. Attributes carry both spellings: dotted, as the
 * mission lists them, and with underscores, as its acceptance asks.
 */
final class TracedObservation implements Observation {

    private static final AttributeKey<Double> DURATION = AttributeKey.doubleKey("execution.duration_seconds");
    private static final AttributeKey<Boolean> BLOCKED = AttributeKey.booleanKey("freshness.blocked");

    private final MeteredObservation metered;
    private final Tracer tracer;
    private final Span span;
    private final Context parent;

    TracedObservation(MeteredObservation metered, Tracer tracer, String patternId, RequestIds ids) {
        this.metered = metered;
        this.tracer = tracer;
        this.span = tracer.spanBuilder("pattern_execution")
                .setAttribute("pattern.id", patternId)
                .setAttribute("pattern_id", patternId)
                .setAttribute("request.id", ids.requestId().toString())
                .startSpan();
        this.parent = Context.current().with(span);
    }

    @Override
    public void opened(ExecutionContext context) {
        metered.opened(context);
        String portfolio = context.portfolioId().map(Object::toString).orElse("none");
        String pack = context.pack().toString();
        span.setAttribute("portfolio.id", portfolio);
        span.setAttribute("portfolio_id", portfolio);
        span.setAttribute("pricing.pack_id", pack);
        span.setAttribute("pricing_pack_id", pack);
        span.setAttribute("ledger.commit_hash", context.ledgerCommit());
        span.setAttribute("ledger_commit_hash", context.ledgerCommit());
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // the scope is closed by the end of the call, on the same thread
    public AgentCall agentCall(String agent, String capability) {
        AgentCall call = metered.agentCall(agent, capability);
        if (!span.isRecording()) {
            return call;
        }
        Span child = tracer.spanBuilder("agent.call")
                .setParent(parent)
                .setAttribute("agent_name", agent)
                .setAttribute("capability", capability)
                .startSpan();
        Scope scope = child.makeCurrent();
        return failure -> {
            call.end(failure);
            scope.close();
            failure.ifPresent(cause -> {
                child.setStatus(StatusCode.ERROR);
                child.setAttribute("error.type", cause.getClass().getSimpleName());
            });
            child.end();
        };
    }

    @Override
    public void closed(Outcome outcome, Optional<FailureReason> reason) {
        metered.closed(outcome, reason);
        span.setAttribute(BLOCKED, outcome == Outcome.BLOCKED);
        span.setAttribute(DURATION, metered.elapsed() / 1e9);
        span.setAttribute("execution.status", outcome.name().toLowerCase(Locale.ROOT));
        reason.ifPresent(why -> {
            span.setAttribute("error.message", why.name());
            if (outcome == Outcome.ERROR) {
                span.setStatus(StatusCode.ERROR, why.name());
            }
        });
        span.end();
    }
}
