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

    // made once: a key made for each span would be encoded anew for each export
    private static final AttributeKey<String> PATTERN_ID = AttributeKey.stringKey("pattern.id");
    private static final AttributeKey<String> PATTERN_ID_2 = AttributeKey.stringKey("pattern_id");
    private static final AttributeKey<String> REQUEST_ID = AttributeKey.stringKey("request.id");
    private static final AttributeKey<String> PORTFOLIO_ID = AttributeKey.stringKey("portfolio.id");
    private static final AttributeKey<String> PORTFOLIO_ID_2 = AttributeKey.stringKey("portfolio_id");
    private static final AttributeKey<String> PACK_ID = AttributeKey.stringKey("pricing.pack_id");
    private static final AttributeKey<String> PACK_ID_2 = AttributeKey.stringKey("pricing_pack_id");
    private static final AttributeKey<String> COMMIT = AttributeKey.stringKey("ledger.commit_hash");
    private static final AttributeKey<String> COMMIT_2 = AttributeKey.stringKey("ledger_commit_hash");
    private static final AttributeKey<String> AGENT = AttributeKey.stringKey("agent_name");
    private static final AttributeKey<String> CAPABILITY = AttributeKey.stringKey("capability");
    private static final AttributeKey<String> STATUS = AttributeKey.stringKey("execution.status");
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
                .setAttribute(PATTERN_ID, patternId)
                .setAttribute(PATTERN_ID_2, patternId)
                .setAttribute(REQUEST_ID, ids.requestId().toString())
                .startSpan();
        this.parent = Context.current().with(span);
    }

    @Override
    public void opened(ExecutionContext context) {
        metered.opened(context);
        String portfolio = context.portfolioId().map(Object::toString).orElse("none");
        String pack = context.pack().toString();
        span.setAttribute(PORTFOLIO_ID, portfolio);
        span.setAttribute(PORTFOLIO_ID_2, portfolio);
        span.setAttribute(PACK_ID, pack);
        span.setAttribute(PACK_ID_2, pack);
        span.setAttribute(COMMIT, context.ledgerCommit());
        span.setAttribute(COMMIT_2, context.ledgerCommit());
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
                .setAttribute(AGENT, agent)
                .setAttribute(CAPABILITY, capability)
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
        span.setAttribute(STATUS, outcome.name().toLowerCase(Locale.ROOT));
        reason.ifPresent(why -> {
            span.setAttribute("error.message", why.name());
            if (outcome == Outcome.ERROR) {
                span.setStatus(StatusCode.ERROR, why.name());
            }
        });
        span.end();
    }
}
