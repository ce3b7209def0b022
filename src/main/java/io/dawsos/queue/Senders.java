package io.dawsos.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.UUID;

/** On whose behalf a message is answered. */
@FunctionalInterface
public interface Senders {

    /** Throws {@link io.dawsos.failure.Failure} UNAUTHENTICATED when the message proves nobody. */
    UUID userOf(Message message) throws JMSException;

    /** Whoever reaches the broker is this user: for development on a loopback address. */
    static Senders always(UUID user) {
        return message -> user;
    }
}
