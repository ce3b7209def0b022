package io.dawsos.health;

import java.util.List;
import java.util.UUID;

/** A check of its own tables that another part adds, quarantined rows for instance. Its codes are its own. */
@FunctionalInterface
public interface FurtherCheck {

    /**
     * What it finds.
     *
     * @param userId whose rows may be looked at
     * @param facts what the other checks look at; its portfolios are those asked about
     */
    List<Finding> findings(UUID userId, HealthFacts facts);
}
