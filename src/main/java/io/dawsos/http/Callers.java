package io.dawsos.http;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.vertx.ext.auth.User;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpConstants;

/** Who is calling. */
@FunctionalInterface
public interface Callers {

    UUID userOf(Exchange exchange);

    /** Everyone is this user: for development on a loopback address. */
    static Callers always(UUID user) {
        return exchange -> user;
    }

    /** Whoever the token names that the server has checked; throws {@link Failure} UNAUTHENTICATED without one. */
    static Callers byToken() {
        return exchange -> BearerTokens.userId(
                        exchange.getMessage().getHeader(VertxPlatformHttpConstants.AUTHENTICATED_USER, User.class))
                .orElseThrow(() -> new Failure(FailureReason.UNAUTHENTICATED, "The request carries no valid token"));
    }
}
