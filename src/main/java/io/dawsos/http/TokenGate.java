package io.dawsos.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.auth.User;
import io.vertx.ext.web.RoutingContext;

/** Lets only requests pass that carry a valid token; all others end with 401. Health and metrics are for machines that have none. */
final class TokenGate implements Handler<RoutingContext> {

    private final BearerTokens tokens;

    TokenGate(BearerTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void handle(RoutingContext context) {
        if (isOpen(context.normalizedPath())) {
            context.next();
            return;
        }
        tokens.verified(context.request().getHeader(HttpHeaders.AUTHORIZATION))
                .ifPresentOrElse(user -> accept(user, context), () -> context.fail(401));
    }

    private static boolean isOpen(String path) {
        return path.equals("/metrics") || path.equals("/health") || path.startsWith("/health/");
    }

    @SuppressWarnings(
            "deprecation") // Camel takes the user from the routing context, and this is the only public way to put it
    // there
    private static void accept(User user, RoutingContext context) {
        context.setUser(user);
        context.next();
    }
}
