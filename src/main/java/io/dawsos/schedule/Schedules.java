package io.dawsos.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.execution.ExecutionRequest;
import io.dawsos.execution.ExecutionResponse;
import io.dawsos.execution.Origin;
import io.dawsos.execution.RequestIds;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.pattern.Pattern;
import io.dawsos.pattern.PatternCatalog;
import io.dawsos.pattern.PatternId;
import io.dawsos.pattern.Schedule;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one Quartz route for each pattern that carries a schedule. */
public final class Schedules {

    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);
    private static final String PATTERN = "scheduledPattern";
    private static final String IDS = "dawsos.ids";

    private final CamelContext camel;
    private final PatternCatalog catalog;
    private final Map<String, String> routes = new TreeMap<>();
    /** Those whose last time has passed, by the id that their route would have. */
    private final Set<String> over = new TreeSet<>();

    public Schedules(CamelContext camel, PatternCatalog catalog) {
        this.camel = camel;
        this.catalog = catalog;
    }

    /** Brings the routes in line with the catalogue: call it after every change. */
    public synchronized void align() {
        Map<String, Pattern> wanted = new LinkedHashMap<>();
        for (Pattern pattern : catalog.all()) {
            if (pattern.schedule().isPresent()) {
                wanted.put("schedule-" + pattern.id() + "-v" + pattern.shortVersion(), pattern);
            }
        }
        routes.keySet().stream().filter(id -> !wanted.containsKey(id)).toList().forEach(this::remove);
        over.retainAll(wanted.keySet());
        wanted.forEach((id, pattern) -> {
            if (!routes.containsKey(id) && !over.contains(id)) {
                add(id, pattern);
            }
        });
    }

    private void add(String routeId, Pattern pattern) {
        Schedule schedule = pattern.schedule().orElseThrow();
        Optional<Instant> first = FireTimes.first(schedule);
        if (first.isEmpty()) {
            over.add(routeId);
            LOG.warn("{} will not run by itself: {} is over", pattern.id(), schedule.cron());
            return;
        }
        TemplatedRouteBuilder.builder(camel, "schedule")
                .routeId(routeId)
                .prefixId(routeId)
                .parameter("trigger", pattern.id() + "-" + pattern.shortVersion())
                .parameter("pattern", pattern.id().value())
                .parameter("cron", schedule.cron())
                .parameter("zone", FireTimes.zone(schedule).getID())
                .add();
        routes.put(routeId, pattern.id().value());
        LOG.info(
                "Scheduled {}: {} ({}), first at {}",
                pattern.id(),
                schedule.cron(),
                schedule.zone(),
                first.orElseThrow());
    }

    private void remove(String routeId) {
        try {
            camel.getRouteController().stopRoute(routeId);
            camel.removeRoute(routeId);
            LOG.info("Unscheduled {}", routes.remove(routeId));
        } catch (Exception e) {
            throw new IllegalStateException("The schedule route " + routeId + " cannot be removed", e);
        }
    }

    /** {@code timer event -> ExecutionRequest}, from the schedule of the current version; {@code user} is on whose behalf it runs. */
    public static Processor request(PatternCatalog catalog, UUID user) {
        return exchange -> {
            Pattern pattern = catalog.require(exchange.getProperty(PATTERN, String.class));
            Schedule schedule = pattern.schedule()
                    .orElseThrow(() -> new Failure(
                            FailureReason.PATTERN_NOT_FOUND, "Pattern " + pattern.id() + " has no schedule any more"));
            ExecutionRequest request = request(pattern.id(), schedule, user);
            exchange.setProperty(IDS, request.ids());
            exchange.getMessage().setBody(request);
        };
    }

    private static ExecutionRequest request(PatternId pattern, Schedule schedule, UUID user) {
        Map<String, JsonNode> inputs = new LinkedHashMap<>();
        schedule.inputs().properties().forEach(input -> inputs.put(input.getKey(), input.getValue()));
        return new ExecutionRequest(
                RequestIds.create(Optional.empty()),
                user,
                Origin.SCHEDULE,
                pattern.value(),
                schedule.portfolioId(),
                inputs,
                Optional.empty(),
                Optional.empty(),
                true);
    }

    /** A run that answered: the log says under which id its stored result is read. */
    public static void report(Exchange exchange) {
        ExecutionResponse response = exchange.getMessage().getBody(ExecutionResponse.class);
        LOG.atInfo()
                .addKeyValue("trace_id", response.context().traceId())
                .log(
                        "Ran {} as scheduled: GET /v1/executions/{}",
                        exchange.getProperty(PATTERN),
                        response.context().requestId());
    }

    /** A run that failed, in one line. When it failed after it was opened, its problem document is stored already. */
    public static void reportFailure(Exchange exchange) {
        Exception thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        String traceId = Optional.ofNullable(exchange.getProperty(IDS, RequestIds.class))
                .map(RequestIds::traceId)
                .orElse("none");
        Failure failure = Failure.of(
                thrown,
                () -> LOG.atError()
                        .addKeyValue("trace_id", traceId)
                        .setCause(thrown)
                        .log("A scheduled run failed"));
        LOG.atWarn()
                .addKeyValue("trace_id", traceId)
                .log(
                        "Scheduled run of {} failed: {} {}",
                        exchange.getProperty(PATTERN),
                        failure.reason(),
                        failure.detail());
    }
}
