package io.dawsos.route;

import io.dawsos.capability.CapabilityRegistry;
import io.dawsos.capability.Steps;
import io.dawsos.pattern.Pattern;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes of all pattern versions that are or were just served. A new version is started before the catalogue points to it; an old one is
 * removed when the runs that began with it are done.
 */
public final class PatternDeployments {

    private static final Logger LOG = LoggerFactory.getLogger(PatternDeployments.class);
    /** Longer than any request needs from the look into the catalogue to the first step. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final CamelContext camel;
    private final CapabilityRegistry registry;
    private final Steps steps;
    private final Clock clock;
    private final Map<String, Instant> retired = new LinkedHashMap<>();

    public PatternDeployments(CamelContext camel, CapabilityRegistry registry, Steps steps, Clock clock) {
        this.camel = camel;
        this.registry = registry;
        this.steps = steps;
        this.clock = clock;
    }

    /** Starts the route of a version; a version that is there already stays. */
    public synchronized void deploy(Pattern pattern) {
        String id = PatternRoutes.routeId(pattern);
        retired.remove(id);
        if (camel.getRoute(id) != null) {
            return;
        }
        try {
            camel.addRoutes(new PatternRoutes(pattern, registry, steps));
        } catch (Exception e) {
            throw new IllegalStateException(
                    "The route of pattern " + pattern.id() + " does not start: " + e.getMessage(), e);
        }
        LOG.debug("Deployed {}", id);
    }

    /** The catalogue no longer points to this version. */
    public synchronized void retire(Pattern pattern) {
        retired.put(PatternRoutes.routeId(pattern), clock.instant());
    }

    /** Removes retired routes that nobody runs on any more; call it from time to time. */
    public synchronized void sweep() {
        Iterator<Map.Entry<String, Instant>> entries = retired.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, Instant> entry = entries.next();
            boolean drained = camel.getInflightRepository().size(entry.getKey()) == 0;
            if (drained && entry.getValue().plus(GRACE).isBefore(clock.instant())) {
                remove(entry.getKey());
                entries.remove();
            }
        }
    }

    private void remove(String id) {
        try {
            camel.getRouteController().stopRoute(id);
            camel.removeRoute(id);
            LOG.debug("Removed {}", id);
        } catch (Exception e) {
            throw new IllegalStateException("The retired route " + id + " cannot be removed", e);
        }
    }
}
