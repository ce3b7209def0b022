package io.dawsos.rights;

import java.util.List;
import java.util.Optional;

/**
 * What a check of the chain found.
 *
 * @param rows how many rows there are
 * @param lastHash hash of the last one
 * @param checkpoint the newest checkpoint
 * @param kept the furthest row that the data folder of this service remembers; without one, rows cut off at the end are not found here
 * @param faults what is wrong, a sentence each
 */
public record AuditReport(
        long rows,
        Optional<String> lastHash,
        Optional<Checkpoint> checkpoint,
        Optional<AuditHead> kept,
        List<String> faults) {
    public AuditReport {
        faults = List.copyOf(faults);
    }

    /** Whether nothing was changed, put in, taken out or cut off, as far as seals, checkpoints and the kept row can tell. */
    public boolean sound() {
        return faults.isEmpty();
    }
}
