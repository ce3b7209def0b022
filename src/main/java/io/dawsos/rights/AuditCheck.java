package io.dawsos.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Walks the chain from its first row, keeping nothing of it but what is known of single rows from elsewhere.
 * Finds rows that were changed, put in or taken out, checkpoints that are gone, and rows that were cut off at the end.
 */
public final class AuditCheck {

    private static final int MOST_FAULTS = 100;

    /** A row that must be there, and how that is known. */
    private record Expected(String hash, String how) {}

    private final AuditKey key;
    private final Optional<Checkpoint> newest;
    private final Optional<AuditHead> kept;
    private final SortedMap<Long, List<Expected>> expected = new TreeMap<>();
    private final SortedMap<Long, Checkpoint> signed = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final SealCheck seals;
    private Optional<AuditRow> last = Optional.empty();
    private long rows;

    /**
     * @param checkpoints all there are, by place in the chain
     * @param kept the row that the data folder remembers
     * @param known rows that somebody else says were there
     */
    public AuditCheck(AuditKey key, List<Checkpoint> checkpoints, Optional<AuditHead> kept, List<AuditHead> known) {
        this.key = key;
        this.newest = checkpoints.isEmpty() ? Optional.empty() : Optional.of(checkpoints.get(checkpoints.size() - 1));
        this.kept = kept;
        this.seals = new SealCheck(key, this::fault);
        checkpoints.forEach(this::expect);
        kept.ifPresent(head -> expect(head.seq(), head.hash(), "that this service kept"));
        known.forEach(head -> expect(head.seq(), head.hash(), "that is said to have been there"));
    }

    private void expect(Checkpoint checkpoint) {
        if (key.verifies(checkpoint)) {
            signed.put(checkpoint.seq(), checkpoint);
        } else {
            fault("the checkpoint at row " + checkpoint.seq() + " does not bear the signature of EXPORT_AUDIT_KEY");
        }
        expect(checkpoint.seq(), checkpoint.hash(), "that was signed on " + checkpoint.signedAt());
    }

    private void expect(long seq, String hash, String how) {
        expected.computeIfAbsent(seq, unseen -> new ArrayList<>()).add(new Expected(hash, how));
    }

    /** Adds what was found elsewhere. */
    public void fault(String text) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(text);
        }
    }

    /** Takes the next row. */
    public void row(AuditRow row) {
        rows++;
        long due = last.map(AuditRow::seq).orElse(0L) + 1;
        if (row.seq() != due) {
            fault("row " + due + (row.seq() == due + 1 ? " is" : " to " + (row.seq() - 1) + " are") + " missing");
        } else {
            follows(row);
        }
        if (!row.hash().equals(AuditChain.hash(row.previousHash(), row.seq(), row.content()))) {
            fault("row " + row.seq() + " was changed: its content does not have its hash");
        }
        if (!row.isOfItsUser()) {
            fault("row " + row.seq() + " was changed: its content is about another user");
        }
        seals.row(
                row,
                Optional.ofNullable(signed.get(row.seq()))
                        .filter(point -> point.hash().equals(row.hash())));
        List<Expected> here = expected.remove(row.seq());
        if (here != null) {
            here.stream()
                    .filter(one -> !one.hash().equals(row.hash()))
                    .forEach(one -> fault("row " + row.seq() + " is not the one " + one.how()));
        }
        last = Optional.of(row);
    }

    /** The row before has its hash here; where a day begins, it was signed. */
    private void follows(AuditRow row) {
        if (!row.previousHash().equals(last.map(AuditRow::hash).orElse(AuditChain.GENESIS))) {
            fault("row " + row.seq() + " does not follow the row before it: one of the two was changed");
        }
        last.filter(before -> begins(before, row) && !signed.containsKey(before.seq()))
                .ifPresent(before -> fault("the checkpoint at row " + before.seq() + ", which row " + row.seq()
                        + " of the next day had signed, is gone"));
    }

    /** Whether {@code row} is the first of a later day than the row before it: the rule by which checkpoints are made. */
    public static boolean begins(AuditRow before, AuditRow row) {
        return before.day()
                .flatMap(earlier -> row.day().filter(earlier::isBefore))
                .isPresent();
    }

    /** Ends the walk. */
    public AuditReport end() {
        seals.end();
        long end = last.map(AuditRow::seq).orElse(0L);
        expected.forEach((seq, all) -> all.forEach(one -> fault("row " + seq + ", the one " + one.how() + ", is gone"
                + (seq > end ? ": the chain was cut off after row " + end : ""))));
        return new AuditReport(rows, last.map(AuditRow::hash), newest, kept, faults);
    }
}
