package io.dawsos.ledger.beancount;

/**
 * One thing wrong with a journal.
 *
 * @param place the line to mend
 * @param what what is wrong there and, where it can be said, what would be right
 */
public record JournalFault(Place place, String what) {

    /** {@code file:line: what}. */
    @Override
    public String toString() {
        return place + ": " + what;
    }
}
