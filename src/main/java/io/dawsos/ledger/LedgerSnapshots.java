package io.dawsos.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/** Journals that were imported, one snapshot a commit, and which of them a portfolio is answered from. */
public interface LedgerSnapshots {

    /** A book and whose portfolio it is of. */
    record Booking(UUID userId, UUID portfolioId, LedgerBook book) {}

    /** The commit adopted last; empty before the first. */
    Optional<String> current(UUID userId, UUID portfolioId);

    /** Those of the symbols that the security master does not know; one round trip. */
    SortedSet<String> unknown(Collection<String> symbols);

    /**
     * Stores books with all their transactions, lots and balances, all or none, in a few round trips however many they are. A commit that is
     * there already is passed over. Throws {@link UnknownSymbols}.
     *
     * @return those that were not there before
     */
    List<Booking> save(List<Booking> bookings);

    /** The same for one; whether it was not there before. */
    default boolean save(UUID userId, UUID portfolioId, LedgerBook book) {
        return !save(List.of(new Booking(userId, portfolioId, book))).isEmpty();
    }

    /**
     * From now on new executions are answered from the commits of these books; one round trip. Throws {@link IllegalArgumentException} when one
     * was not imported.
     */
    void adopt(List<Booking> bookings);

    /** The same for one. */
    void adopt(UUID userId, UUID portfolioId, String commit);
}
