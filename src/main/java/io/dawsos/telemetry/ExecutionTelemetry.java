package io.dawsos.telemetry;

import io.dawsos.execution.Observation;
import io.dawsos.execution.Observer;
import io.dawsos.execution.RequestIds;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.util.Optional;

/** Metrics of every execution, and spans where a tracer is given. */
public final class ExecutionTelemetry implements Observer {

    private final ExecutionMeters meters;
    private final Optional<Tracer> tracer;

    /** @param tracer empty when nobody collects spans: then none are made */
    public ExecutionTelemetry(MeterRegistry registry, Optional<Tracer> tracer) {
        this.meters = new ExecutionMeters(registry);
        this.tracer = tracer;
    }

    @Override
    public Observation begin(String patternId, RequestIds ids) {
        MeteredObservation metered = new MeteredObservation(meters, patternId, System::nanoTime);
        return tracer.<Observation>map(spans -> new TracedObservation(metered, spans, patternId, ids))
                .orElse(metered);
    }
}
