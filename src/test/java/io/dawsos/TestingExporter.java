package io.dawsos;

import io.dawsos.rights.AuditKey;
import io.dawsos.rights.ExportAudit;
import io.dawsos.rights.HeadFile;
import io.dawsos.store.Database;
import io.dawsos.store.DatabaseUrl;
import io.dawsos.testing.TestingWorld;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** A program that audits attempts at exports on four threads until it is killed: address of the database, data folder, secret. */
final class TestingExporter {

    private static final int THREADS = 4;
    private static final Instant DAY = Instant.parse("2023-12-19T08:00:00Z");

    private TestingExporter() {}

    public static void main(String[] arguments) {
        Database database = Database.open(DatabaseUrl.parse(arguments[0]), THREADS);
        AuditKey key = AuditKey.of(arguments[2]);
        ExportAudit audit = database.exportAudit(key, HeadFile.in(Path.of(arguments[1]), key));
        audit.catchUp();
        for (int i = 0; i < THREADS; i++) {
            UUID user = new UUID(0, i + 1L);
            new Thread(
                            () -> {
                                while (true) {
                                    audit.append(TestingWorld.attempt(user, DAY));
                                }
                            },
                            "exporter " + i)
                    .start();
        }
    }
}
