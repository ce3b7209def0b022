package io.dawsos.capability;

import java.util.List;

/**
 * A named group of capabilities that fails as one: it has one circuit breaker.
 *
 * @param name snake case, for instance {@code financial_analyst}
 * @param parts objects whose {@link Capability} methods it offers
 */
public record Agent(String name, List<Object> parts) {
    public Agent {
        parts = List.copyOf(parts);
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("'" + name + "' is not an agent name; it must be snake case");
        }
    }

    /** Names an agent and its parts. */
    public static Agent named(String name, Object... parts) {
        return new Agent(name, List.of(parts));
    }
}
