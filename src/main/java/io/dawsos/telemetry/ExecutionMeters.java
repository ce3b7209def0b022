package io.dawsos.telemetry;

import io.dawsos.execution.Observation.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Meters of executions and agent calls, bound once per label set. */
final class ExecutionMeters {

    private static final Duration[] PATTERN_BUCKETS = seconds(.1, .25, .5, 1, 2.5, 5, 10, 30);
    private static final Duration[] AGENT_BUCKETS = seconds(.001, .01, .05, .1, .5, 1, 5);

    private record PatternKey(String patternId, Outcome outcome) {}

    private record AgentKey(String agent, String capability, boolean failed) {}

    private record AgentMeters(Counter calls, Timer latency) {}

    private final MeterRegistry registry;
    private final Map<PatternKey, Counter> requests = new ConcurrentHashMap<>();
    private final Map<PatternKey, Timer> latencies = new ConcurrentHashMap<>();
    private final Map<AgentKey, AgentMeters> agents = new ConcurrentHashMap<>();

    ExecutionMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void closed(String patternId, Outcome outcome, long nanos) {
        PatternKey key = new PatternKey(patternId, outcome);
        known(requests, key, this::requestCounter).increment();
        if (outcome != Outcome.BLOCKED) {
            known(latencies, key, this::patternTimer).record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    void blocked(String packId) {
        registry.counter("freshness.gate.blocks", "pack_id", packId).increment();
    }

    void agentCall(String agent, String capability, boolean failed, long nanos) {
        AgentMeters meters = known(agents, new AgentKey(agent, capability, failed), this::agentMeters);
        meters.calls().increment();
        meters.latency().record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Without the lock that {@code computeIfAbsent} may take for a key that is there. */
    private static <K, V> V known(Map<K, V> meters, K key, Function<K, V> bind) {
        V known = meters.get(key);
        return known == null ? meters.computeIfAbsent(key, bind) : known;
    }

    private Counter requestCounter(PatternKey key) {
        return Counter.builder("executor.requests")
                .tag("pattern_id", key.patternId())
                .tag("status", label(key.outcome()))
                .register(registry);
    }

    private Timer patternTimer(PatternKey key) {
        return Timer.builder("pattern.latency")
                .tag("pattern_id", key.patternId())
                .tag("status", label(key.outcome()))
                .serviceLevelObjectives(PATTERN_BUCKETS)
                .register(registry);
    }

    private AgentMeters agentMeters(AgentKey key) {
        return new AgentMeters(
                Counter.builder("dawsos.agent.invocations")
                        .tag("agent_name", key.agent())
                        .tag("capability", key.capability())
                        .tag("status", key.failed() ? "error" : "success")
                        .register(registry),
                Timer.builder("dawsos.agent.latency")
                        .tag("agent_name", key.agent())
                        .tag("capability", key.capability())
                        .serviceLevelObjectives(AGENT_BUCKETS)
                        .register(registry));
    }

    private static String label(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static Duration[] seconds(double... bounds) {
        return Arrays.stream(bounds)
                .mapToObj(bound -> Duration.ofMillis(Math.round(bound * 1000)))
                .toArray(Duration[]::new);
    }
}
