package io.dawsos.portfolio;

import io.dawsos.ledger.LedgerBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the daily histories of portfolios are put, and what is needed to go on with them. Rows are added, never changed. Every method
 * takes many portfolios at once, each as its owner, in one round trip; results are in the order of what was asked for.
 *
 * <p><b>Vintages.</b> A row says what was known of a day when all packs up to a certain one had been made: its vintage is the sequence of
 * that pack (see {@link io.dawsos.pricing.PackBooks}). A restatement of a day gives that day and every later one a row of its vintage.
 * An answer from a pack takes of each day the row with the highest vintage not above the pack's own, so that nothing stored later changes it.
 */
public interface PortfolioHistoryStore {

    /**
     * How far a history has come.
     *
     * @param vintage the highest of any row
     * @param day the last day of that vintage
     */
    record Progress(long vintage, LocalDate day) {}

    /** A journal of a portfolio at a commit, as imported, and how far its history has come; empty when it has no row yet. */
    record Snapshot(UUID userId, UUID portfolioId, long number, Optional<Progress> progress) {}

    /** A row and the sequence of the newest pack that was known when it was computed. */
    record Dated(long vintage, HistoryRow row) {}

    /** New rows of one snapshot. */
    record Added(Snapshot snapshot, List<Dated> rows) {
        public Added {
            rows = List.copyOf(rows);
        }
    }

    /**
     * What to read of a ledger.
     *
     * @param after leaves out transactions of that day and before, and what was no longer held; empty reads from the beginning
     */
    record LedgerSpan(Snapshot snapshot, Optional<LocalDate> after, LocalDate until) {}

    /**
     * A portfolio and what it is answered from.
     *
     * @param current empty until its first journal was imported
     */
    record Standing(Portfolio portfolio, Optional<Current> current) {}

    /** A commit and its snapshot. */
    record Current(String commit, Snapshot snapshot) {}

    /** How portfolios stand; one that is no more is left out. */
    List<Standing> standings(List<Portfolios.Owned> portfolios);

    /** The last day that has a row at this commit, with a value or without. */
    Optional<LocalDate> lastDay(UUID userId, UUID portfolioId, String commit);

    /** The snapshot at this commit; empty when it was not imported for this portfolio. */
    default Optional<Snapshot> snapshot(UUID userId, UUID portfolioId, String commit) {
        return snapshots(List.of(new Portfolios.Owned(portfolioId, userId)), commit).stream()
                .findFirst();
    }

    /** The snapshots at this commit, without the portfolios for which it was not imported. */
    List<Snapshot> snapshots(List<Portfolios.Owned> portfolios, String commit);

    /** The snapshot that each is answered from; one without any is left out. */
    List<Snapshot> current(List<Portfolios.Owned> portfolios);

    /** The last valued day before {@code day}, as known now. */
    List<Optional<HistoryDay>> lastValued(List<Snapshot> snapshots, LocalDate day);

    /** The transactions, lots and balances of a span of time. */
    List<LedgerBook> ledgers(List<LedgerSpan> spans);

    /** Adds the rows, all or none; a row that is there already is left as it is. */
    void add(List<Added> added);
}
