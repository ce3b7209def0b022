package io.dawsos.nightly;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.ledger.Journals;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerRepository;
import io.dawsos.ledger.TrackedSource;
import io.dawsos.ledger.beancount.JournalException;
import io.dawsos.ledger.beancount.JournalFault;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.Portfolios;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings portfolios to one commit of the ledger's repository, each on its own: a journal with faults leaves its portfolio on the snapshot
 * before and disturbs no other.
 *
 * <p>A portfolio that is at the commit, with its history complete, costs three queries, and its journal is not read. One whose files are the
 * same in the commit that it is answered from stays there, and its journal is not stored again.
 */
public final class LedgerImport {

    /** How it went for one portfolio. */
    public enum Outcome {
        IMPORTED,
        UNCHANGED,
        FAULTY
    }

    /**
     * What was done for one portfolio.
     *
     * @param what a few words: {@code 201 transactions at cbf619a8}
     * @param faults of a journal as {@code file:line: what}; empty unless {@link Outcome#FAULTY}
     */
    public record Result(Portfolio portfolio, Outcome outcome, String what, List<String> faults) {
        public Result {
            faults = List.copyOf(faults);
        }
    }

    private record Read(LedgerBook book, TrackedSource files) {}

    private static final int SHORT = 8;

    private final LedgerRepository repository;
    private final Portfolios portfolios;
    private final LedgerJob job;

    public LedgerImport(LedgerRepository repository, Portfolios portfolios, LedgerJob job) {
        this.repository = repository;
        this.portfolios = portfolios;
        this.job = job;
    }

    /**
     * Imports for every portfolio, or the one named, in the order in which they were made, with their histories up to the newest pack.
     *
     * @param commit a commit by its hash, the beginning of one, a tag or a branch; empty takes the head
     * @throws IllegalArgumentException when there is no such commit or portfolio
     */
    public List<Result> run(Optional<String> commit, Optional<UUID> portfolio) {
        String hash = commit.map(repository::resolve).orElseGet(repository::head);
        List<Result> results = new ArrayList<>();
        for (Portfolios.Owned owned : portfolios.owned()) {
            if (portfolio.map(owned.portfolioId()::equals).orElse(true)) {
                portfolios.open(owned.userId(), Optional.of(owned.portfolioId())).stream()
                        .map(opened -> bring(opened, hash))
                        .forEach(results::add);
            }
        }
        if (results.isEmpty() && portfolio.isPresent()) {
            throw new IllegalArgumentException("There is no portfolio " + portfolio.get());
        }
        return results;
    }

    private Result bring(Portfolios.Opened opened, String commit) {
        Portfolio portfolio = opened.portfolio();
        Optional<String> current = opened.ledgerCommit();
        if (current.equals(Optional.of(commit))) {
            job.complete(portfolio);
            return new Result(portfolio, Outcome.UNCHANGED, "at " + brief(commit), List.of());
        }
        try {
            Read read = read(portfolio, commit);
            if (current.isPresent() && isSame(current.get(), commit, read)) {
                job.complete(portfolio);
                return new Result(portfolio, Outcome.UNCHANGED, "since " + brief(current.get()), List.of());
            }
            job.run(portfolio, read.book());
            String what = read.book().transactions().size() + " transactions at " + brief(commit);
            return new Result(portfolio, Outcome.IMPORTED, what, List.of());
        } catch (JournalException | IllegalArgumentException | Failure e) {
            List<String> faults = faults(e);
            if (current.isPresent()) {
                job.complete(portfolio);
            }
            String kept = current.map(known -> "stays at " + brief(known)).orElse("has no snapshot yet");
            return new Result(portfolio, Outcome.FAULTY, kept, faults);
        }
    }

    private Read read(Portfolio portfolio, String commit) {
        TrackedSource files = new TrackedSource(repository.at(commit));
        return new Read(Journals.read(files, portfolio.ledgerPath(), commit), files);
    }

    private boolean isSame(String current, String commit, Read read) {
        return current.equals(commit)
                || repository.isSame(current, commit, read.files().paths());
    }

    private static List<String> faults(RuntimeException e) {
        if (e instanceof JournalException journal) {
            return journal.faults().stream().map(JournalFault::toString).toList();
        }
        if (e instanceof Failure failure && failure.reason() == FailureReason.SERVICE_UNAVAILABLE) {
            // the database is away, which is no fault of this portfolio
            throw failure;
        }
        return List.of(String.valueOf(e.getMessage()));
    }

    private static String brief(String commit) {
        return commit.substring(0, SHORT);
    }
}
