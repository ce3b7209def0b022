package io.dawsos.nightly;

import io.dawsos.ledger.Journals;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerRepository;

/** Books a journal as it stands in git. */
@FunctionalInterface
public interface LedgerReader {

    /**
     * Throws {@link io.dawsos.ledger.beancount.JournalException} with every fault of the journal, and {@link IllegalArgumentException} when
     * there is no such commit.
     *
     * @param path main file within the repository
     */
    LedgerBook read(String path, String commit);

    /** From a repository, anew each time: nothing is remembered. */
    static LedgerReader of(LedgerRepository ledger) {
        return (path, commit) -> Journals.read(ledger.at(commit), path, commit);
    }
}
