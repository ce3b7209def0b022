package io.dawsos.route;

import io.dawsos.capability.CapabilityMethod;
import io.dawsos.capability.CapabilityRegistry;
import io.dawsos.capability.Steps;
import io.dawsos.pattern.Pattern;
import io.dawsos.pattern.Step;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.spi.NormalizedEndpointUri;
import org.apache.camel.support.NormalizedUri;

/**
 * The translation of one pattern into a Camel route: each step becomes begin and agent, inside a filter when it has a condition. A pure
 * function of the pattern; no text of it but its id and step keys, which have a fixed alphabet, enters the route.
 */
final class PatternRoutes extends RouteBuilder {

    private final Pattern pattern;
    private final CapabilityRegistry registry;
    private final Steps steps;

    PatternRoutes(Pattern pattern, CapabilityRegistry registry, Steps steps) {
        this.pattern = pattern;
        this.registry = registry;
        this.steps = steps;
    }

    /** Id of the route of this version of the pattern; reached as {@code direct:<id>}. */
    static String routeId(Pattern pattern) {
        return "pattern-" + pattern.id() + "-v" + pattern.shortVersion();
    }

    /** Where the route of this version listens, in the form that Camel need not bring into its own for every execution. */
    static NormalizedEndpointUri endpoint(Pattern pattern) {
        return NormalizedUri.newNormalizedUri("direct://" + routeId(pattern), true);
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        String id = routeId(pattern);
        ProcessorDefinition<?> route = from("direct:" + id).routeId(id).nodePrefixId(id + "-");
        int index = 0;
        for (Step step : pattern.steps()) {
            add(route, step, index++);
        }
    }

    private void add(ProcessorDefinition<?> route, Step step, int index) {
        if (step.condition().isPresent()) {
            call(route.filter(new StepIsWanted(step.condition().get())).id("if-" + index), step, index)
                    .end();
        } else {
            call(route, step, index);
        }
    }

    private ProcessorDefinition<?> call(ProcessorDefinition<?> route, Step step, int index) {
        CapabilityMethod capability = registry.find(step.capability()).orElseThrow();
        String node = index + "-" + step.resultKey();
        return route.process(new BeginStep(steps, step, capability))
                .id("begin-" + node)
                .to("direct:agent-" + capability.agent())
                .id("agent-" + node);
    }
}
