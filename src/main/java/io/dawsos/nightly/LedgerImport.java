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
import io.dawsos.portfolio.PortfolioHistoryStore;
import io.dawsos.portfolio.PortfolioHistoryStore.Current;
import io.dawsos.portfolio.PortfolioHistoryStore.Snapshot;
import io.dawsos.portfolio.PortfolioHistoryStore.Standing;
import io.dawsos.portfolio.Portfolios;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings portfolios to one commit of the ledger's repository, each on its own: a journal with faults leaves its portfolio on the snapshot
 * before and disturbs no other.
 *
 * <p>A portfolio that is at the commit, with its history complete, costs no query of its own, and its journal is not read: whose portfolios there
 * are, how a score of them stand, and which packs there are, are a round trip each. One whose files are the same in the commit that it is answered
 * from stays there, and its journal is not stored again. Journals that changed are stored together, as many as memory takes.
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

    /** A portfolio with its journal, or with what there is to tell instead. */
    private record Step(Standing standing, Optional<LedgerBook> book, Optional<Result> result) {}

    /** Bounds the length of a pipeline. */
    private static final int PORTFOLIOS = 20;

    /** Books in memory at once have so many transactions together, or there is one of them. */
    private static final int TRANSACTIONS = 5_000;

    private static final int SHORT = 8;

    private final LedgerRepository repository;
    private final Portfolios portfolios;
    private final LedgerJob job;
    private final PortfolioHistoryStore histories;

    public LedgerImport(
            LedgerRepository repository, Portfolios portfolios, PortfolioHistoryStore histories, LedgerJob job) {
        this.repository = repository;
        this.portfolios = portfolios;
        this.histories = histories;
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
        List<Portfolios.Owned> all = portfolios.owned().stream()
                .filter(owned -> portfolio.map(owned.portfolioId()::equals).orElse(true))
                .toList();
        if (all.isEmpty() && portfolio.isPresent()) {
            throw new IllegalArgumentException("There is no portfolio " + portfolio.get());
        }
        List<Result> results = new ArrayList<>();
        List<Snapshot> staying = new ArrayList<>();
        for (List<Portfolios.Owned> some : Portions.of(all, PORTFOLIOS)) {
            results.addAll(bring(histories.standings(some), hash, staying));
        }
        job.complete(staying);
        return results;
    }

    /** Adds the snapshots that portfolios stay at. */
    private List<Result> bring(List<Standing> standings, String commit, List<Snapshot> staying) {
        List<Result> results = new ArrayList<>();
        List<Step> pending = new ArrayList<>();
        int transactions = 0;
        for (Standing standing : standings) {
            Step step = step(standing, commit);
            int more = step.book().map(book -> book.transactions().size()).orElse(0);
            if (transactions > 0 && transactions + more > TRANSACTIONS) {
                results.addAll(store(pending, staying));
                pending.clear();
                transactions = 0;
            }
            pending.add(step);
            transactions += more;
        }
        results.addAll(store(pending, staying));
        return results;
    }

    private Step step(Standing standing, String commit) {
        Portfolio portfolio = standing.portfolio();
        Optional<String> current = standing.current().map(Current::commit);
        if (current.equals(Optional.of(commit))) {
            return told(standing, Outcome.UNCHANGED, "at " + brief(commit), List.of());
        }
        try {
            Read read = read(portfolio, commit);
            if (current.isPresent() && isSame(current.get(), commit, read)) {
                return told(standing, Outcome.UNCHANGED, "since " + brief(current.get()), List.of());
            }
            return new Step(standing, Optional.of(read.book()), Optional.empty());
        } catch (JournalException | IllegalArgumentException | Failure e) {
            return faulty(standing, e);
        }
    }

    private static Step told(Standing standing, Outcome outcome, String what, List<String> faults) {
        Result result = new Result(standing.portfolio(), outcome, what, faults);
        return new Step(standing, Optional.empty(), Optional.of(result));
    }

    private static Step faulty(Standing standing, RuntimeException fault) {
        String kept = standing.current()
                .map(known -> "stays at " + brief(known.commit()))
                .orElse("has no snapshot yet");
        return told(standing, Outcome.FAULTY, kept, faults(fault));
    }

    private List<Result> store(List<Step> steps, List<Snapshot> staying) {
        List<LedgerJob.Entry> entries = steps.stream()
                .flatMap(step -> step.book().stream()
                        .map(book -> new LedgerJob.Entry(
                                step.standing().portfolio(),
                                book,
                                step.standing().current().map(Current::commit))))
                .toList();
        Map<UUID, IllegalArgumentException> refused = new LinkedHashMap<>();
        if (!entries.isEmpty()) {
            List<Optional<IllegalArgumentException>> faults = job.faults(entries);
            List<LedgerJob.Entry> good = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                LedgerJob.Entry entry = entries.get(i);
                faults.get(i)
                        .ifPresentOrElse(fault -> refused.put(entry.portfolio().id(), fault), () -> good.add(entry));
            }
            job.run(good);
        }
        return steps.stream().map(step -> result(step, refused, staying)).toList();
    }

    private static Result result(Step step, Map<UUID, IllegalArgumentException> refused, List<Snapshot> staying) {
        Portfolio portfolio = step.standing().portfolio();
        Optional<Result> told = step.result()
                .or(() -> Optional.ofNullable(refused.get(portfolio.id()))
                        .flatMap(fault -> faulty(step.standing(), fault).result()));
        if (told.isPresent()) {
            step.standing().current().map(Current::snapshot).ifPresent(staying::add);
            return told.get();
        }
        LedgerBook book = step.book().orElseThrow();
        String what = book.transactions().size() + " transactions at " + brief(book.commit());
        return new Result(portfolio, Outcome.IMPORTED, what, List.of());
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
