package io.dawsos.pricing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A day told anew: what replaces which pack, and why.
 *
 * @param reason in words; without one nothing is restated
 * @param by the operator
 * @param accepted ids of quarantined rows that this restatement uses after all
 */
public record Restatement(PackId superseded, PackDraft draft, String reason, UUID by, Instant at, List<Long> accepted) {
    public Restatement {
        accepted = List.copyOf(accepted);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("The restatement of " + superseded + " has no reason");
        }
        if (!superseded.date().equals(draft.id().date())) {
            throw new IllegalArgumentException(
                    "Pack " + draft.id() + " cannot restate " + superseded + " of another day");
        }
    }
}
