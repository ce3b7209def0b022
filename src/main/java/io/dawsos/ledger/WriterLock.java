package io.dawsos.ledger;

/** Lets one writer at a time work on the ledger, whatever the number of threads and processes. */
public interface WriterLock {

    /** Somebody's turn; ends when it is closed. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits for its turn; throws a failure LEDGER_NOT_WRITABLE when it does not come in time. */
    Held acquire();
}
