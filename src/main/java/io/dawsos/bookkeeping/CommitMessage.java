package io.dawsos.bookkeeping;

/** What the log of the ledger says of a write: what, then who and for which portfolio. */
final class CommitMessage {

    private CommitMessage() {}

    static String of(LedgerWrite write, Draft draft) {
        return draft.summary() + "\n\nPortfolio: " + write.portfolio().id() + "\nTransaction: " + write.transactionId()
                + "\nUser: " + write.caller().userId() + "\n";
    }
}
