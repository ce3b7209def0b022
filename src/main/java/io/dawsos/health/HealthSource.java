package io.dawsos.health;

import java.util.Optional;
import java.util.UUID;

/** Where the facts come from. */
@FunctionalInterface
public interface HealthSource {

    /** About one portfolio of this user, or all of them; none when the user has none of this id. One round trip. */
    HealthFacts facts(UUID userId, Optional<UUID> portfolioId);
}
