package io.dawsos;

import io.dawsos.embedded.DataFolder;
import io.dawsos.embedded.EmbeddedDatabase;
import io.dawsos.ledger.DemoLedger;
import io.dawsos.ledger.LedgerRepository;
import io.dawsos.store.Database;
import io.dawsos.store.DatabaseUrl;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is kept: the database and the ledger. Services and commands stand on it. */
record Storage(Database database, LedgerRepository ledger) {

    private static final Logger LOG = LoggerFactory.getLogger(Storage.class);

    /** The data folder, locked; a folder in use is told in a sentence. */
    static DataFolder folder(Settings settings, Deque<AutoCloseable> started) {
        DataFolder folder = DataFolder.open(settings.home());
        started.push(folder);
        return folder;
    }

    /** Opens both, in a folder that is held already; each is pushed to {@code started} as soon as it is open. */
    static Storage start(Settings settings, DataFolder folder, Deque<AutoCloseable> started) {
        String url = settings.databaseUrl().orElseGet(() -> {
            LOG.info("Starting the embedded PostgreSQL in {}", folder.path());
            EmbeddedDatabase embedded = EmbeddedDatabase.start(folder);
            started.push(embedded);
            return embedded.url();
        });
        return open(settings, url, started);
    }

    /**
     * The same for a command that may run beside services: with a database of its own address the data folder is not held. Throws
     * {@link DataFolder.InUse} when the embedded database is another program's.
     */
    static Storage startForCommand(Settings settings, Deque<AutoCloseable> started) {
        Optional<String> url = settings.databaseUrl();
        if (url.isPresent()) {
            return open(settings, url.orElseThrow(), started);
        }
        return start(settings, folder(settings, started), started);
    }

    private static Storage open(Settings settings, String url, Deque<AutoCloseable> started) {
        Database database = Database.open(DatabaseUrl.parse(url), settings.databasePoolSize());
        started.push(database);
        LedgerRepository ledger = settings.ledgerPath()
                .map(LedgerRepository::open)
                .orElseGet(() -> DemoLedger.initialise(
                        settings.home().toAbsolutePath().normalize().resolve("ledger")));
        started.push(ledger);
        return new Storage(database, ledger);
    }
}
