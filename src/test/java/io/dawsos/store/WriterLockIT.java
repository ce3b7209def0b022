package io.dawsos.store;

import static io.dawsos.testing.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.ledger.WriterLock;
import io.dawsos.testing.TestingDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class WriterLockIT {

    private static final String LOCKS = "select count(*) from pg_locks where locktype = 'advisory'"
            + " and database = (select oid from pg_database where datname = current_database())";

    @Test
    void writersOfTwoProcessesTakeTurns() throws Exception {
        try (TestingDatabase one = TestingDatabase.create();
                Database other = Database.open(one.url(), 2)) {
            WriterLock.Held held = one.database().writerLock().acquire();
            CompletableFuture<WriterLock.Held> waiting =
                    CompletableFuture.supplyAsync(() -> other.writerLock().acquire());
            Awaitility.await()
                    .until(() -> one.owner()
                            .queryForObject(LOCKS + " and not granted", Long.class)
                            .equals(1L));
            assertThat(waiting).isNotDone();
            held.close();
            waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).close();
            assertThat(one.owner().queryForObject(LOCKS, Long.class)).isZero();
        }
    }
}
