package io.dawsos.nightly;

import io.dawsos.ledger.Journals;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerRepository;
import java.util.ArrayList;
import java.util.List;

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

    /** The same for one thread, with the last book remembered: portfolios that share a journal follow each other. */
    default LedgerReader rememberingLast() {
        List<LedgerBook> last = new ArrayList<>(1);
        return (path, commit) -> {
            boolean known = last.stream()
                    .anyMatch(book -> book.path().equals(path) && book.commit().equals(commit));
            if (!known) {
                last.clear();
                last.add(read(path, commit));
            }
            return last.get(0);
        };
    }

    /** From a repository, anew each time: nothing is remembered. */
    static LedgerReader of(LedgerRepository ledger) {
        return (path, commit) -> Journals.read(ledger.at(commit), path, commit);
    }
}
