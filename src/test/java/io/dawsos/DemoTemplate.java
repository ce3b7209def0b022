package io.dawsos;

import io.dawsos.testing.TestingDatabase;
import java.time.Clock;
import java.util.Map;

/**
 * The database as the first start of a service leaves it: every pack of the demo market, the ledger, its history. It is made once in a
 * JVM, when first asked for. A test that is about something else than that start begins with a copy, which costs a moment. The ledger's
 * folder needs none: each service makes the demo's in its own, and the commit is the same everywhere.
 */
final class DemoTemplate {

    private DemoTemplate() {}

    /** A database of its own, to be closed. */
    static TestingDatabase copy() {
        return Seeded.DATABASE.copy();
    }

    /** Filled when first asked for; it ends with its server. */
    private static final class Seeded {

        private static final TestingDatabase DATABASE = seeded();

        private static TestingDatabase seeded() {
            TestingDatabase database = TestingDatabase.create();
            TestingService.start(Map.of("DATABASE_URL", database.url().toString()), Clock.systemUTC())
                    .close();
            database.database().close();
            return database;
        }
    }
}
