package io.dawsos.nightly;

import io.dawsos.pricing.PackId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What portfolios are compared with, and what came out. */
public interface Reconciliations {

    /**
     * Of each of these users all portfolios that are answered from a ledger commit, by id, as they stand at the close of the pack's day; one round
     * trip.
     */
    List<List<StoredBook>> stored(List<UUID> users, PackId pack);

    /** The same for one. */
    default List<StoredBook> stored(UUID userId, PackId pack) {
        return stored(List.of(userId), pack).get(0);
    }

    /**
     * Keeps what was found for each user; what says the same as the last one of the same portfolio, pack and commit is not kept twice. One round
     * trip, all or none.
     */
    void save(Map<UUID, List<Reconciliation>> found);

    /** The last ones of a portfolio, newest first. */
    List<Reconciliation> of(UUID userId, UUID portfolioId, int limit);

    /** Writes the outcome to the state of a pack; one that is fresh keeps what it has. */
    void settle(PackId pack, boolean passed, BigDecimal maxErrorBps);

    /** Whether the pack passed; empty when it was not reconciled. */
    Optional<Boolean> outcome(PackId pack);
}
