package io.dawsos.http;

import java.util.UUID;
import org.apache.camel.Exchange;

/** Who is calling. */
@FunctionalInterface
public interface Callers {

    UUID userOf(Exchange exchange);

    /** Everyone is this user: for development on a loopback address. */
    static Callers always(UUID user) {
        return exchange -> user;
    }
}
