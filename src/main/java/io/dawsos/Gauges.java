package io.dawsos;

import io.dawsos.route.AgentBreakers;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** State that is read when somebody asks for the metrics. */
final class Gauges {

    private Gauges() {}

    static void register(MeterRegistry meters, AgentBreakers breakers) {
        breakers.all()
                .forEach((agent, breaker) -> Gauge.builder("dawsos.circuit.breaker.state", breaker, Gauges::number)
                        .description("0 closed, 1 open, 2 half open")
                        .tag("agent_name", agent)
                        .register(meters));
        Gauge.builder("dawsos.build.info", () -> 1)
                .description("Always 1; the version is the label")
                .tag("version", Version.current())
                .register(meters);
    }

    private static double number(CircuitBreaker breaker) {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> 1;
            case HALF_OPEN -> 2;
            case CLOSED, DISABLED, METRICS_ONLY -> 0;
        };
    }
}
