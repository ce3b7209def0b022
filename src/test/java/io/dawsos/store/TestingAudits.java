package io.dawsos.store;

import static io.dawsos.testing.TestingRows.ALICE;
import static io.dawsos.testing.TestingRows.BOB;

import io.dawsos.rights.AuditHead;
import io.dawsos.rights.AuditKey;
import io.dawsos.rights.AuditReport;
import io.dawsos.rights.ExportAudit;
import io.dawsos.rights.HeadFile;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingWorld;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The audit of exports as a service opens it on its data folder, each time anew: what it knows is what it kept. */
final class TestingAudits {

    static final AuditKey KEY = AuditKey.of("k".repeat(32));
    static final Instant MONDAY = Instant.parse("2023-12-18T08:00:00Z");
    static final Instant TUESDAY = Instant.parse("2023-12-19T08:00:00Z");

    private TestingAudits() {}

    static ExportAudit open(Database database, Path home) {
        return database.exportAudit(KEY, HeadFile.in(home, KEY));
    }

    static AuditReport verified(TestingDatabase testing, Path home, AuditHead... known) {
        return open(testing.database(), home).verify(List.of(known));
    }

    /** Two rows of Monday, the second of which is signed, and two of Tuesday, today. */
    static void fill(ExportAudit audit) {
        audit.append(TestingWorld.attempt(ALICE, MONDAY));
        audit.append(TestingWorld.attempt(BOB, MONDAY));
        audit.append(TestingWorld.attempt(ALICE, TUESDAY));
        audit.append(TestingWorld.attempt(ALICE, TUESDAY.plusSeconds(1)));
    }
}
