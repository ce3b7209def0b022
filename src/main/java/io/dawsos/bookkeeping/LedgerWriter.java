package io.dawsos.bookkeeping;

import io.dawsos.execution.AuditLog;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.failure.Violation;
import io.dawsos.ledger.JournalState;
import io.dawsos.ledger.Journals;
import io.dawsos.ledger.LedgerChange;
import io.dawsos.ledger.LedgerRepository;
import io.dawsos.ledger.WriterLock;
import io.dawsos.ledger.beancount.JournalSource;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.Portfolios;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stations of a write: worked out from the head of the ledger, booked in memory with every check of the loader, committed on that head,
 * imported. Up to the commit nothing is changed anywhere; the commit is all of it or nothing. A fault of the import takes nothing back: the
 * answer says that the transaction is in the ledger and not yet in the answers, and the next import completes it.
 */
public final class LedgerWriter {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);

    /**
     * What a writer works with.
     *
     * @param headMoved is told when the ledger has a new head
     */
    public record Parts(
            LedgerRepository repository,
            WriterLock lock,
            Portfolios portfolios,
            LedgerImport imports,
            AuditLog audit,
            Runnable headMoved,
            Clock clock) {}

    private final Parts parts;

    public LedgerWriter(Parts parts) {
        this.parts = parts;
    }

    /** Waits until nobody else writes; the result must be closed. */
    public WriterLock.Held lock() {
        return parts.lock().acquire();
    }

    /** Works the instruction out from the journal at the head, and books it. */
    public LedgerDraft draft(LedgerWrite write) {
        String head = parts.repository().head();
        Portfolio portfolio = write.portfolio();
        JournalSource source = parts.repository().at(head);
        if (write.instruction() instanceof NewPortfolio) {
            requireNewName(write);
        }
        byte[] before = content(write, source);
        Trial trial = new Trial(source, portfolio.ledgerPath(), head, before);
        Desk desk = new Desk(
                portfolio,
                write.transactionId(),
                trial::present,
                entry -> trial.with(EntryDrafts.text(trial.present(), entry)));
        Draft draft = write.instruction().draft(desk);
        if (draft.writesNothing()) {
            return new LedgerDraft(write, draft, Optional.empty());
        }
        JournalState after = trial.with(draft.text());
        LedgerChange change = new LedgerChange(
                head,
                portfolio.ledgerPath(),
                trial.content(draft.text()),
                CommitMessage.of(write, draft),
                parts.clock().instant());
        return new LedgerDraft(write, Overdrafts.warn(draft, after), Optional.of(change));
    }

    private static byte[] content(LedgerWrite write, JournalSource source) {
        Optional<byte[]> file = source.read(write.portfolio().ledgerPath());
        if (write.instruction() instanceof NewPortfolio) {
            return file.orElse(new byte[0]);
        }
        return file.orElseThrow(() -> {
            LOG.error("The head of the ledger has no file {}", write.portfolio().ledgerPath());
            return new Failure(
                    FailureReason.LEDGER_NOT_WRITABLE,
                    "The journal of the portfolio is missing at the head of the ledger");
        });
    }

    private void requireNewName(LedgerWrite write) {
        String name = write.portfolio().name();
        if (parts.portfolios().of(write.caller().userId()).stream()
                .anyMatch(known -> known.name().equals(name))) {
            throw Failure.invalid(List.of(new Violation("/name", "You have a portfolio of this name already")));
        }
    }

    /** Keeps in the audit log what is about to be written, and commits it. */
    public LedgerCommitted commit(LedgerDraft draft) {
        if (draft.change().isEmpty()) {
            return new LedgerCommitted(draft.write(), draft.draft(), Optional.empty());
        }
        LedgerChange change = draft.change().get();
        audit(draft, change, "ledger_write", draft.draft().summary());
        try {
            String commit = parts.repository().commit(change);
            parts.headMoved().run();
            return new LedgerCommitted(draft.write(), draft.draft(), Optional.of(commit));
        } catch (Failure failure) {
            audit(draft, change, "ledger_write_failed", failure.detail());
            throw failure;
        }
    }

    private void audit(LedgerDraft draft, LedgerChange change, String action, String summary) {
        LedgerWrite write = draft.write();
        Map<String, Object> details = new TreeMap<>();
        details.put("head", change.head());
        details.put("kind", write.instruction().kind());
        details.put("portfolio_id", write.portfolio().id());
        details.put("summary", summary);
        details.put("transaction_id", write.transactionId());
        parts.audit()
                .append(AuditEntries.of(
                        write.caller(), Optional.of(write.portfolio().id()), action, details, parts.clock()));
    }

    /** Brings what was committed into the database, and makes the answer. */
    public WriteAnswer complete(LedgerCommitted committed) {
        LedgerWrite write = committed.write();
        Map<String, Object> members = new TreeMap<>(committed.draft().answer());
        List<String> warnings = new ArrayList<>(committed.draft().warnings());
        committed.commit().ifPresent(commit -> {
            boolean imported = imported(write, commit);
            members.put("ledger_commit_hash", commit);
            members.put("imported", imported);
            if (!imported) {
                warnings.add("It is in the ledger, as commit " + commit
                        + ", but was not imported: answers are computed from the commit before until the next import."
                        + " Do not send it again");
            }
        });
        members.put("warnings", warnings);
        return new WriteAnswer(committed.commit().isPresent(), write, members);
    }

    private boolean imported(LedgerWrite write, String commit) {
        Portfolio portfolio = write.portfolio();
        if (write.instruction() instanceof NewPortfolio) {
            // without its row nobody would find it: that is no success, whatever the ledger holds
            parts.portfolios().register(portfolio);
        }
        try {
            parts.imports()
                    .run(portfolio, Journals.read(parts.repository().at(commit), portfolio.ledgerPath(), commit));
            return true;
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("trace_id", write.caller().traceId())
                    .setCause(e)
                    .log("Commit {} of {} is made, but not imported", commit, portfolio.ledgerPath());
            return false;
        }
    }
}
