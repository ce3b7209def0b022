package io.dawsos.telemetry;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.NamedRoute;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.apache.camel.spi.ManagementStrategy;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.telemetry.Tracer;
import org.jspecify.annotations.Nullable;

/**
 * Camel's tracer for the ways in alone: one span a request, its context taken from the message's headers. Executions and agent calls make their
 * own spans, and what is sent within the process makes none. What a span says is {@link EntrySpan}'s.
 */
public final class EntryTracer extends OpenTelemetryTracer {

    /** Leaves out what watches every processor and every send: it costs each request as much as the engine itself, for spans that nobody gets. */
    @Override
    protected void doInit() {
        super.doInit();
        CamelContext camel = getCamelContext();
        camel.getCamelContextExtension()
                .getInterceptStrategies()
                .removeIf(strategy -> strategy.getClass().getPackageName().equals(Tracer.class.getPackageName()));
        ManagementStrategy management = camel.getManagementStrategy();
        List.copyOf(management.getEventNotifiers()).stream()
                .filter(notifier -> notifier.getClass().getEnclosingClass() == Tracer.class)
                .forEach(management::removeEventNotifier);
    }

    /** None for a route that is reached from within the process: without one, nothing of it is watched. */
    @Override
    public @Nullable RoutePolicy createRoutePolicy(CamelContext camel, String routeId, NamedNode route) {
        String endpoint = route instanceof NamedRoute named ? named.getEndpointUrl() : "direct:";
        return endpoint.startsWith("direct:") ? null : new EntrySpan(getSpanLifecycleManager(), endpoint);
    }
}
