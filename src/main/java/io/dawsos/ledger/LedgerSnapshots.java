package io.dawsos.ledger;

import java.util.Optional;
import java.util.UUID;

/** Journals that were imported, one snapshot a commit, and which of them a portfolio is answered from. */
public interface LedgerSnapshots {

    /** The commit adopted last; empty before the first. */
    Optional<String> current(UUID userId, UUID portfolioId);

    /**
     * Stores a book with all its transactions, lots and balances, all or none. Returns false, having read one row, when this commit is
     * there already. Throws {@link IllegalArgumentException} naming the symbols that the security master does not know.
     */
    boolean save(UUID userId, UUID portfolioId, LedgerBook book);

    /** From now on new executions are answered from this commit; throws {@link IllegalArgumentException} when it was not imported. */
    void adopt(UUID userId, UUID portfolioId, String commit);
}
