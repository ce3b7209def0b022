package io.dawsos.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets only requests pass that carry {@code Authorization: Bearer} with a token signed by our secret (HS256 and nothing else), with
 * {@code sub}, a user's UUID, and {@code exp} in the future; {@code nbf} and {@code iat} must lie in the past where they are given. All
 * others end with 401. Health and metrics are for machines that have no token.
 */
final class BearerTokens implements Handler<RoutingContext> {

    private static final String SCHEME = "Bearer ";

    private final JWTAuth tokens;

    BearerTokens(Vertx vertx, String secret) {
        tokens = JWTAuth.create(
                vertx,
                new JWTAuthOptions()
                        .addPubSecKey(
                                new PubSecKeyOptions().setAlgorithm("HS256").setBuffer(Buffer.buffer(secret))));
    }

    @Override
    public void handle(RoutingContext context) {
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (isOpen(context.normalizedPath())) {
            context.next();
        } else if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            context.fail(401);
        } else {
            authenticate(header.substring(SCHEME.length()).strip(), context);
        }
    }

    private static boolean isOpen(String path) {
        return path.equals("/metrics") || path.equals("/health") || path.startsWith("/health/");
    }

    /** A secret needs no round trip: the outcome is there at once, so the body of the request need not be held back. */
    private void authenticate(String token, RoutingContext context) {
        try {
            tokens.authenticate(new TokenCredentials(token))
                    .onSuccess(user -> accept(user, context))
                    .onFailure(refused -> context.fail(401));
        } catch (ClassCastException e) {
            // how the library finds that a time in the token is no number
            context.fail(401);
        }
    }

    @SuppressWarnings(
            "deprecation") // Camel takes the user from the routing context, and this is the only public way to put it
    // there
    private static void accept(User user, RoutingContext context) {
        Object end = user.get("exp");
        if (userId(user).isPresent() && end instanceof Number) {
            context.setUser(user);
            context.next();
        } else {
            context.fail(401);
        }
    }

    /** The user's id, from {@code sub}. */
    static Optional<UUID> userId(@Nullable User user) {
        Object subject = user == null ? null : user.get("sub");
        if (!(subject instanceof String text) || text.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
