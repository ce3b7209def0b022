package io.dawsos.pricing;

import java.util.List;
import java.util.UUID;

/**
 * An operator's wish to tell a day anew.
 *
 * @param pack the current pack of that day
 * @param accept ids of quarantined rows to use after all
 * @param by the operator
 */
public record RestatementRequest(PackId pack, String reason, List<Long> accept, UUID by) {
    public RestatementRequest {
        accept = List.copyOf(accept);
    }
}
