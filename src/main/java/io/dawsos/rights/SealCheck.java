package io.dawsos.rights;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whether rows bear the seal of the key. Rows from before there were seals have none; a later seal or checkpoint covers them, for its hash
 * holds theirs. After the first seal none may be without. Rows that lie together are told together.
 */
final class SealCheck {

    private final AuditKey key;
    private final Consumer<String> faults;
    private boolean sealed;
    private Optional<Run> broken = Optional.empty();
    private Optional<Run> uncovered = Optional.empty();

    /** Rows that lie together. */
    private record Run(long first, long last) {
        static Optional<Run> with(Optional<Run> run, long seq) {
            return Optional.of(new Run(run.map(Run::first).orElse(seq), seq));
        }

        String words(String one, String several) {
            return first == last ? "row " + first + " " + one : "rows " + first + " to " + last + " " + several;
        }
    }

    SealCheck(AuditKey key, Consumer<String> faults) {
        this.key = key;
        this.faults = faults;
    }

    /** @param checkpoint a valid one of this very row */
    void row(AuditRow row, Optional<Checkpoint> checkpoint) {
        boolean valid = key.verifies(row);
        if (row.seal().isEmpty() && !sealed) {
            uncovered = Run.with(uncovered, row.seq());
        } else if (!valid) {
            broken = Run.with(broken, row.seq());
        }
        if (valid) {
            tellBroken();
        }
        if (valid || checkpoint.isPresent()) {
            uncovered = Optional.empty();
        }
        sealed = sealed || row.seal().isPresent();
    }

    void end() {
        tellBroken();
        uncovered.ifPresent(run -> faults.accept(run.words("bears", "bear")
                + " no seal, and no checkpoint comes after: an older version wrote this, or somebody else did;"
                + " 'audit sign' vouches for it"));
    }

    private void tellBroken() {
        broken.ifPresent(run -> faults.accept(run.words("does", "do")
                + " not bear the seal of EXPORT_AUDIT_KEY: somebody else wrote or changed this"));
        broken = Optional.empty();
    }
}
