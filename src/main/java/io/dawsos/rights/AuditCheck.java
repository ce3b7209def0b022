package io.dawsos.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Walks the chain from its first row, keeping nothing of it but what the checkpoints speak of.
 * Finds rows that were changed, taken out or put in, and, by the checkpoints, rows that were cut off at the end.
 */
public final class AuditCheck {

    private static final int MOST_FAULTS = 100;

    private final CheckpointKey key;
    private final SortedMap<Long, List<Checkpoint>> expected = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Optional<Checkpoint> newest;
    private Optional<AuditRow> last = Optional.empty();
    private long rows;

    /** @param checkpoints all there are, by place in the chain */
    public AuditCheck(CheckpointKey key, List<Checkpoint> checkpoints) {
        this.key = key;
        this.newest = checkpoints.isEmpty() ? Optional.empty() : Optional.of(checkpoints.get(checkpoints.size() - 1));
        checkpoints.forEach(this::expect);
    }

    private void expect(Checkpoint checkpoint) {
        if (!key.verifies(checkpoint)) {
            fault("the checkpoint at row " + checkpoint.seq() + " does not bear the signature of EXPORT_AUDIT_KEY");
        }
        expected.computeIfAbsent(checkpoint.seq(), unseen -> new ArrayList<>()).add(checkpoint);
    }

    /** Takes the next row. */
    public void row(AuditRow row) {
        rows++;
        long due = last.map(AuditRow::seq).orElse(0L) + 1;
        if (row.seq() != due) {
            fault("row " + due + (row.seq() == due + 1 ? " is" : " to " + (row.seq() - 1) + " are") + " missing");
        }
        if (!row.hash().equals(AuditChain.hash(row.previousHash(), row.seq(), row.content()))) {
            fault("row " + row.seq() + " was changed: its content does not have its hash");
        }
        if (row.seq() == due
                && !row.previousHash().equals(last.map(AuditRow::hash).orElse(AuditChain.GENESIS))) {
            fault("row " + row.seq() + " does not follow the row before it: one of the two was changed");
        }
        List<Checkpoint> here = expected.remove(row.seq());
        if (here != null) {
            here.stream()
                    .filter(checkpoint -> !checkpoint.hash().equals(row.hash()))
                    .forEach(checkpoint ->
                            fault("row " + row.seq() + " is not the one that was signed on " + checkpoint.signedAt()));
        }
        last = Optional.of(row);
    }

    /** Ends the walk. {@code seen} is a row that is known to have been there, if one is. */
    public AuditReport end(Optional<AuditRow> seen) {
        expected.forEach((seq, checkpoints) -> fault("row " + seq + ", signed on "
                + checkpoints.get(0).signedAt() + ", is gone"
                + (seq > last.map(AuditRow::seq).orElse(0L) ? ": the chain was cut off" : "")));
        long end = last.map(AuditRow::seq).orElse(0L);
        seen.filter(row -> row.seq() > end)
                .ifPresent(row -> fault("row " + row.seq()
                        + ", which this service wrote, is gone: the chain was cut off after row " + end));
        return new AuditReport(rows, last.map(AuditRow::hash), newest, faults);
    }

    private void fault(String text) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(text);
        }
    }
}
