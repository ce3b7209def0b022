package io.dawsos;

import io.dawsos.embedded.DataFolder;
import io.dawsos.embedded.EmbeddedDatabase;
import io.dawsos.ledger.DemoLedger;
import io.dawsos.ledger.LedgerRepository;
import io.dawsos.store.Database;
import io.dawsos.store.DatabaseUrl;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The part of the infrastructure that lasts: database and ledger. All that a command needs which serves nobody. */
record Storage(Database database, LedgerRepository ledger) {

    private static final Logger LOG = LoggerFactory.getLogger(Storage.class);

    /** The data folder, locked; a folder in use is told in a sentence. */
    static DataFolder folder(Settings settings, Deque<AutoCloseable> started) {
        DataFolder folder = DataFolder.open(settings.home());
        started.push(folder);
        return folder;
    }

    /** Opens both; each is pushed to {@code started} as soon as it runs. */
    static Storage start(Settings settings, DataFolder folder, Deque<AutoCloseable> started) {
        String databaseUrl = settings.databaseUrl().orElseGet(() -> {
            LOG.info("Starting the embedded PostgreSQL in {}", folder.path());
            EmbeddedDatabase embedded = EmbeddedDatabase.start(folder);
            started.push(embedded);
            return embedded.url();
        });
        Database database = Database.open(DatabaseUrl.parse(databaseUrl), settings.databasePoolSize());
        started.push(database);
        LedgerRepository ledger = settings.ledgerPath()
                .map(LedgerRepository::open)
                .orElseGet(() -> DemoLedger.initialise(folder.resolve("ledger")));
        started.push(ledger);
        return new Storage(database, ledger);
    }
}
