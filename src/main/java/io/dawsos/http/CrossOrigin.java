package io.dawsos.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which browser origins may read answers. An origin that is not listed is answered without the headers that would let its scripts read:
 * Vert.x's own handler would refuse it with 403, the server's own pages included.
 */
final class CrossOrigin implements Handler<RoutingContext> {

    private static final Set<String> METHODS =
            new LinkedHashSet<>(List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"));
    private static final Set<String> REQUEST_HEADERS =
            new LinkedHashSet<>(List.of("Content-Type", "Authorization", "Idempotency-Key", "traceparent"));
    private static final Set<String> EXPOSED_HEADERS = new LinkedHashSet<>(List.of(
            "X-Pack-ID",
            "X-Rights-Version",
            "X-Trace-ID",
            "X-Request-Id",
            "X-Pricing-Pack-Stale",
            "Retry-After",
            "Location",
            "traceparent"));

    private final Set<String> origins;
    private final CorsHandler allowed;

    CrossOrigin(List<String> origins) {
        this.origins = new LinkedHashSet<>(origins);
        Set<HttpMethod> methods = new LinkedHashSet<>();
        METHODS.forEach(name -> methods.add(HttpMethod.valueOf(name)));
        this.allowed = CorsHandler.create()
                .allowCredentials(true)
                .allowedMethods(methods)
                .allowedHeaders(REQUEST_HEADERS)
                .exposedHeaders(EXPOSED_HEADERS)
                .maxAgeSeconds(3600);
        origins.forEach(allowed::addOrigin);
    }

    @Override
    public void handle(RoutingContext context) {
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        if (origin != null && origins.contains(origin)) {
            allowed.handle(context);
        } else {
            context.next();
        }
    }
}
