package io.dawsos.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Handler;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code http_requests_total{method,endpoint,status}} and {@code http_request_duration_seconds{method,endpoint}}, where {@code endpoint} is
 * the route's template, never the raw path: a stranger cannot add labels.
 */
public final class HttpMetrics implements Handler<RoutingContext> {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(1200),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH");

    private record Key(String method, String endpoint, int status) {}

    private record Meters(Counter requests, Timer duration) {}

    private final MeterRegistry registry;
    private final Map<Key, Meters> meters = new ConcurrentHashMap<>();

    public HttpMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** {@code http_executions_waiting}: requests for which no thread is free yet. */
    void watch(ExecutionBulkhead bulkhead) {
        Gauge.builder("http.executions.waiting", bulkhead, ExecutionBulkhead::waiting)
                .description("Executions that wait for a thread")
                .register(registry);
    }

    @Override
    public void handle(RoutingContext context) {
        long start = System.nanoTime();
        context.addEndHandler(ended -> {
            Key key = key(context);
            Meters known = meters.get(key); // without the lock that computeIfAbsent may take
            if (known == null) {
                known = meters.computeIfAbsent(key, this::bind);
            }
            known.requests().increment();
            known.duration().record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        });
        context.next();
    }

    private static Key key(RoutingContext context) {
        @Nullable Route route = context.currentRoute();
        @Nullable String path = route == null ? null : route.getPath();
        boolean matched = path != null && !"/".equals(path);
        String said = context.request().method().name();
        String method = matched || METHODS.contains(said) ? said : "OTHER";
        return new Key(
                method,
                matched ? String.valueOf(path) : "unmatched",
                context.response().getStatusCode());
    }

    private Meters bind(Key key) {
        return new Meters(
                Counter.builder("http.requests")
                        .tag("method", key.method())
                        .tag("endpoint", key.endpoint())
                        .tag("status", String.valueOf(key.status()))
                        .register(registry),
                Timer.builder("http.request.duration")
                        .tag("method", key.method())
                        .tag("endpoint", key.endpoint())
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry));
    }
}
