package io.dawsos.route;

import io.dawsos.failure.Failure;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * One circuit breaker per agent, shared by every pattern and step. So many failures in a row open it; after the wait one trial call decides.
 * What the caller can mend, or an outage of the database, never counts, neither as failure nor as success.
 */
public final class AgentBreakers {

    private final SortedMap<String, CircuitBreaker> byAgent = new TreeMap<>();
    private final Map<String, Instant> openedAt = new ConcurrentHashMap<>();
    private final Duration wait;
    private final Clock clock;

    public AgentBreakers(Collection<String> agents, int failures, Duration wait, Clock clock) {
        this.wait = wait;
        this.clock = clock;
        CircuitBreakerRegistry registry = CircuitBreakerRegistry.of(config(failures));
        for (String agent : agents) {
            byAgent.put(agent, registry.circuitBreaker(agent));
        }
    }

    private CircuitBreakerConfig config(int failures) {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(failures)
                .minimumNumberOfCalls(failures)
                .failureRateThreshold(100)
                .waitDurationInOpenState(wait)
                .permittedNumberOfCallsInHalfOpenState(1)
                .ignoreException(AgentBreakers::isNotTheAgentsFault)
                .writableStackTraceEnabled(false)
                .clock(clock)
                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                .build();
    }

    private static boolean isNotTheAgentsFault(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure failure) {
                return !failure.reason().countsAgainstAgent();
            }
        }
        return false;
    }

    /** By agent name. */
    public SortedMap<String, CircuitBreaker> all() {
        return Collections.unmodifiableSortedMap(byAgent);
    }

    /** In the words of the catalogue: {@code closed}, {@code open}, {@code half_open}. */
    public String state(String agent) {
        return breaker(agent).getState().name().toLowerCase(Locale.ROOT);
    }

    private CircuitBreaker breaker(String agent) {
        return Optional.ofNullable(byAgent.get(agent))
                .orElseThrow(() -> new IllegalArgumentException("There is no agent " + agent));
    }

    /**
     * Notes when the breaker opened, if the call that just failed has opened it. Not by a listener: with one, the breaker makes an event of every
     * call that goes well, too.
     */
    void failed(String agent) {
        if (breaker(agent).getState() == CircuitBreaker.State.OPEN) {
            Instant now = clock.instant();
            // calls that were under way when it opened fail later and do not open it anew
            openedAt.merge(agent, now, (before, later) -> before.plus(wait).isAfter(later) ? before : later);
        }
    }

    /** Seconds until the agent may be tried again; at least 1. */
    int retryAfterSeconds(String agent) {
        Instant opened = openedAt.getOrDefault(agent, clock.instant());
        Duration left = Duration.between(clock.instant(), opened.plus(wait));
        return (int) Math.max(1, left.toSeconds() + (left.toNanosPart() > 0 ? 1 : 0));
    }
}
