package io.dawsos.rights;

import java.util.List;
import java.util.Optional;

/**
 * What a check of the chain found.
 *
 * @param rows how many rows there are
 * @param lastHash hash of the last one
 * @param checkpoint the newest checkpoint
 * @param faults what is wrong, a sentence each, in the order of the chain
 */
public record AuditReport(long rows, Optional<String> lastHash, Optional<Checkpoint> checkpoint, List<String> faults) {
    public AuditReport {
        faults = List.copyOf(faults);
    }

    /** Whether nothing was changed, taken out or cut off, as far as the checkpoints can tell. */
    public boolean sound() {
        return faults.isEmpty();
    }
}
