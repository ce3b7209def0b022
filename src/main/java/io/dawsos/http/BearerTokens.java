package io.dawsos.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom {@code Authorization: Bearer} proves, whichever way it came: a token signed by our secret (HS256 and nothing else), with
 * {@code sub}, a user's UUID, and {@code exp} in the future; {@code nbf} and {@code iat} must lie in the past where they are given.
 */
final class BearerTokens {

    /** What is told to whoever sent none, or an invalid one. */
    static final String REMEDY =
            "Send Authorization: Bearer with a token that is signed (HS256), names the user's UUID as sub,"
                    + " and has not expired (exp)";

    private static final String SCHEME = "Bearer ";

    private final JWTAuth tokens;

    BearerTokens(Vertx vertx, String secret) {
        tokens = JWTAuth.create(
                vertx,
                new JWTAuthOptions()
                        .addPubSecKey(
                                new PubSecKeyOptions().setAlgorithm("HS256").setBuffer(Buffer.buffer(secret))));
    }

    /** Empty unless {@code authorization} holds a valid token. */
    Optional<User> verified(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return authenticated(authorization.substring(SCHEME.length()).strip())
                .filter(user -> userId(user).isPresent() && user.get("exp") instanceof Number);
    }

    /** A secret needs no round trip: the outcome is there at once, so the body of a request need not be held back. */
    private Optional<User> authenticated(String token) {
        try {
            Future<User> outcome = tokens.authenticate(new TokenCredentials(token));
            return outcome.succeeded() ? Optional.of(outcome.result()) : Optional.empty();
        } catch (ClassCastException e) {
            // how the library finds that a time in the token is no number
            return Optional.empty();
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
