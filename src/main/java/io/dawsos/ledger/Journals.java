package io.dawsos.ledger;

import io.dawsos.ledger.beancount.Faults;
import io.dawsos.ledger.beancount.Journal;
import io.dawsos.ledger.beancount.JournalReader;
import io.dawsos.ledger.beancount.JournalSource;

/**
 * Reads journals: text, double entry, lots and balance assertions are checked, and all faults of all files are told at once.
 *
 * <p>Lots are booked by account, with the {@link io.dawsos.ledger.beancount.BookingMethod} of the account or the journal; a cost or a day
 * in the braces of a sale names the lots instead. Selling more than is open is a fault. An entry with metadata {@code reverses} is the exact
 * negative of an earlier one and puts its lots back as they were. The realized gain of a sale is what it posts to {@code Income:}, with the sign turned. A balance assertion
 * holds at the start of its day within half of the last digit written, or the tolerance stated after {@code ~}. That is stricter than
 * Beancount, which lets a whole last digit pass: a cent is a cent here.
 */
public final class Journals {

    private Journals() {}

    /**
     * Reads and books a journal.
     *
     * @param path main file within the source
     * @param commit full hash of the commit the source shows
     * @throws io.dawsos.ledger.beancount.JournalException with every fault, when there is any
     */
    public static LedgerBook read(JournalSource source, String path, String commit) {
        Faults faults = new Faults();
        LedgerBook book = new Booker(JournalReader.read(source, path, faults), faults).book(commit);
        faults.throwIfAny();
        return book;
    }

    /**
     * Reads a journal and checks all of it, for its balance assertions, prices and commodities.
     *
     * @throws io.dawsos.ledger.beancount.JournalException with every fault, when there is any
     */
    public static Journal check(JournalSource source, String path) {
        Faults faults = new Faults();
        Journal journal = JournalReader.read(source, path, faults);
        new Booker(journal, faults).book("");
        faults.throwIfAny();
        return journal;
    }
}
