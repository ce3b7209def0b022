package io.dawsos.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** On whose behalf a message is answered. */
@FunctionalInterface
public interface Senders {

    /** Throws {@link io.dawsos.failure.Failure} UNAUTHENTICATED when the message proves nobody. */
    UUID userOf(Message message) throws JMSException;

    /** JMS property with the token of the sender, as in the header of an HTTP request: {@code Bearer ...}. */
    String AUTHORIZATION = "Authorization";

    /** Whoever the token in the property {@link #AUTHORIZATION} proves. */
    static Senders byToken(Function<Optional<String>, UUID> tokens) {
        return message -> tokens.apply(
                message.getObjectProperty(AUTHORIZATION) instanceof String text ? Optional.of(text) : Optional.empty());
    }

    /** Whoever reaches the broker is this user: for development on a loopback address. */
    static Senders always(UUID user) {
        return message -> user;
    }
}
