package io.dawsos.http;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** The headers that every response carries, whatever its status. */
final class SecurityHeaders implements Handler<RoutingContext> {

    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence FRAME_OPTIONS = HttpHeaders.createOptimized("X-Frame-Options");
    private static final CharSequence DENY = HttpHeaders.createOptimized("DENY");
    private static final CharSequence XSS_PROTECTION = HttpHeaders.createOptimized("X-XSS-Protection");
    private static final CharSequence BLOCK = HttpHeaders.createOptimized("1; mode=block");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence STRICT_TRANSPORT = HttpHeaders.createOptimized("Strict-Transport-Security");
    private static final CharSequence ONE_YEAR = HttpHeaders.createOptimized("max-age=31536000; includeSubDomains");

    private final boolean strictTransport;

    SecurityHeaders(boolean strictTransport) {
        this.strictTransport = strictTransport;
    }

    @Override
    public void handle(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set(CONTENT_TYPE_OPTIONS, NOSNIFF);
        headers.set(FRAME_OPTIONS, DENY);
        headers.set(XSS_PROTECTION, BLOCK);
        headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        if (strictTransport) {
            headers.set(STRICT_TRANSPORT, ONE_YEAR);
        }
        context.next();
    }
}
