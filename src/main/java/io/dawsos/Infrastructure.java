package io.dawsos;

import io.dawsos.embedded.DataFolder;
import io.dawsos.embedded.EmbeddedBroker;
import io.dawsos.embedded.EmbeddedDatabase;
import io.dawsos.http.HttpServerPlatform;
import io.dawsos.ledger.DemoLedger;
import io.dawsos.ledger.LedgerRepository;
import io.dawsos.store.Database;
import io.dawsos.store.DatabaseUrl;
import java.util.Deque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the service stands on: its data folder, a database and a broker, embedded where no other is named.
 *
 * @param brokerUrl where clients reach the broker
 */
record Infrastructure(DataFolder folder, Database database, LedgerRepository ledger, String brokerUrl) {

    private static final Logger LOG = LoggerFactory.getLogger(Infrastructure.class);

    /** Starts them; each is pushed to {@code started} as soon as it runs. */
    static Infrastructure start(Settings settings, Deque<AutoCloseable> started) {
        DataFolder folder = DataFolder.open(settings.home());
        started.push(folder);
        HttpServerPlatform.requireFree(settings.http());
        Database database = database(settings, () -> folder, started);
        LedgerRepository ledger = settings.ledgerPath()
                .map(LedgerRepository::open)
                .orElseGet(() -> DemoLedger.initialise(folder.resolve("ledger")));
        started.push(ledger);
        String brokerUrl = settings.brokerUrl().orElseGet(() -> {
            EmbeddedBroker broker =
                    EmbeddedBroker.start(folder.resolve("broker"), settings.brokerPort(), settings.brokerRedelivery());
            started.push(broker);
            return broker.url();
        });
        return new Infrastructure(folder, database, ledger, brokerUrl);
    }

    /**
     * The database alone, for commands that need no more; pushed to {@code started} as soon as it runs.
     *
     * @param folder asked for only when the embedded one is to run in it
     */
    static Database database(Settings settings, Supplier<DataFolder> folder, Deque<AutoCloseable> started) {
        String databaseUrl = settings.databaseUrl().orElseGet(() -> {
            DataFolder home = folder.get();
            LOG.info("Starting the embedded PostgreSQL in {}", home.path());
            EmbeddedDatabase embedded = EmbeddedDatabase.start(home);
            started.push(embedded);
            return embedded.url();
        });
        Database database = Database.open(DatabaseUrl.parse(databaseUrl), settings.databasePoolSize());
        started.push(database);
        return database;
    }
}
