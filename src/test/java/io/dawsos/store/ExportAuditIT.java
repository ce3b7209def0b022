package io.dawsos.store;

import static io.dawsos.store.TestingAudits.MONDAY;
import static io.dawsos.store.TestingAudits.TUESDAY;
import static io.dawsos.testing.TestingRows.ALICE;
import static io.dawsos.testing.TestingRows.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.rights.AuditChain;
import io.dawsos.rights.AuditEntry;
import io.dawsos.rights.AuditHead;
import io.dawsos.rights.AuditReport;
import io.dawsos.rights.AuditRow;
import io.dawsos.rights.ExportAudit;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit of exports in the database and in data folders, and nobody who means harm. */
class ExportAuditIT {

    @TempDir
    private Path home;

    @TempDir
    private Path otherHome;

    private TestingDatabase testing;
    private ExportAudit audit;

    @BeforeEach
    void create() {
        testing = TestingDatabase.create();
        audit = TestingAudits.open(testing.database(), home);
    }

    @AfterEach
    void drop() {
        testing.close();
    }

    private AuditRow append(UUID user, Instant at) {
        return audit.append(TestingWorld.attempt(user, at));
    }

    /** As after a restart. */
    private AuditReport verified() {
        return TestingAudits.verified(testing, home);
    }

    private Optional<Long> kept() {
        return verified().kept().map(AuditHead::seq);
    }

    @Test
    void rowsOfAllUsersAreOneChain() {
        AuditRow first = append(ALICE, MONDAY);
        AuditRow second = append(BOB, MONDAY);
        assertThat(second.seq()).isEqualTo(first.seq() + 1);
        assertThat(second.previousHash()).isEqualTo(first.hash());
        assertThat(verified().sound()).isTrue();
    }

    @Test
    void eachUserReadsHisOwnTheNewestFirst() {
        TestingAudits.fill(audit);
        assertThat(audit.of(ALICE, OptionalLong.empty(), 10))
                .extracting(AuditRow::seq)
                .containsExactly(4L, 3L, 1L);
        assertThat(audit.of(ALICE, OptionalLong.of(3), 10))
                .extracting(AuditRow::seq)
                .containsExactly(1L);
        assertThat(audit.of(BOB, OptionalLong.empty(), 1))
                .extracting(AuditRow::seq)
                .containsExactly(2L);
    }

    @Test
    void theFirstOfADaySignsTheDaysBefore() {
        TestingAudits.fill(audit);
        AuditReport report = verified();
        assertThat(report.rows()).isEqualTo(4);
        assertThat(report.checkpoint()).hasValueSatisfying(checkpoint -> {
            assertThat(checkpoint.seq()).isEqualTo(2);
            assertThat(checkpoint.signedAt()).isEqualTo(TUESDAY);
        });
        assertThat(audit.sign(TUESDAY)).isTrue();
        assertThat(audit.sign(TUESDAY)).isFalse();
        assertThat(verified().checkpoint())
                .hasValueSatisfying(checkpoint -> assertThat(checkpoint.seq()).isEqualTo(4));
        append(ALICE, TUESDAY.plusSeconds(86_400));
        assertThat(verified().faults()).isEmpty();
    }

    /** Replicas whose clocks differ, and requests that overtake each other around midnight. */
    @Test
    void daysThatComeOutOfOrderAreNoAlarm() {
        append(ALICE, TUESDAY);
        append(BOB, MONDAY);
        append(ALICE, TUESDAY);
        append(BOB, TUESDAY);
        assertThat(verified().faults()).isEmpty();
    }

    @Test
    void aRowThatDoesNotFollowIsRefusedWhoeverWritesIt() {
        append(ALICE, MONDAY);
        String content = "{\"user_id\":\"" + ALICE + "\"}";
        String nothing = AuditChain.GENESIS;
        String other = "b".repeat(64);
        assertThatThrownBy(() -> insert(5, content, other, AuditChain.hash(other, 5, content)))
                .hasMessageContaining("row 5 of export_audit does not follow row 1");
        assertThatThrownBy(() -> insert(2, content, nothing, AuditChain.hash(nothing, 2, content)))
                .hasMessageContaining("previous_hash");
        assertThatThrownBy(() -> insert(2, content, other, "a".repeat(64)))
                .hasMessageContaining("violates check constraint \"hashed\"");
    }

    private void insert(long seq, String content, String previousHash, String hash) {
        testing.owner()
                .update(
                        "with u as (select set_config('app.user_id', ?, true))"
                                + " insert into export_audit (seq, user_id, content, previous_hash, hash, seal)"
                                + " select ?, ?, ?, ?, ?, repeat('a', 64) from u",
                        ALICE.toString(),
                        seq,
                        ALICE,
                        content,
                        previousHash,
                        hash);
    }

    @Test
    void writersOfTwoServicesWaitForEachOtherAndNoCheckInBetweenIsFalse() throws Exception {
        ExportAudit other = TestingAudits.open(testing.database(), otherHome);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<AuditReport>> checks = new ArrayList<>();
        try {
            List<Future<AuditRow>> rows = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                ExportAudit here = i % 2 == 0 ? audit : other;
                UUID user = i % 3 == 0 ? ALICE : BOB;
                rows.add(pool.submit(() -> here.append(TestingWorld.attempt(user, MONDAY))));
                checks.add(pool.submit(() -> here.verify(List.of())));
            }
            for (Future<AuditRow> row : rows) {
                assertThat(row.get().seq()).isBetween(1L, 40L);
            }
            for (Future<AuditReport> check : checks) {
                assertThat(check.get().faults()).isEmpty();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(verified().rows()).isEqualTo(40);
        assertThat(verified().faults()).isEmpty();
        AuditReport there = TestingAudits.verified(testing, otherHome);
        assertThat(there.faults()).isEmpty();
        assertThat(List.of(kept(), there.kept().map(AuditHead::seq))).contains(Optional.of(40L));
    }

    /** What a kill between the two steps leaves behind: the row is there, and the data folder does not know of it. */
    @Test
    void aRowThatTheDataFolderDoesNotKnowOfIsNoAlarmAndIsCaughtUpWith() throws IOException {
        append(ALICE, MONDAY);
        Path blocked = Files.createDirectory(home.resolve("export-audit.head.part"));
        assertThatExceptionOfType(Failure.class)
                .as("nothing goes out without it")
                .isThrownBy(() -> append(BOB, MONDAY))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.SERVICE_UNAVAILABLE));
        Files.delete(blocked);
        assertThat(verified().rows()).isEqualTo(2);
        assertThat(verified().faults()).isEmpty();
        assertThat(kept()).contains(1L);
        TestingAudits.open(testing.database(), home).catchUp();
        assertThat(kept()).contains(2L);
    }

    @Test
    void aServiceThatIsNewKnowsOfTheChainFromItsStartOn() {
        TestingAudits.fill(audit);
        assertThat(TestingAudits.verified(testing, otherHome).kept()).isEmpty();
        assertThat(TestingAudits.verified(testing, otherHome).faults()).isEmpty();
        TestingAudits.open(testing.database(), otherHome).catchUp();
        assertThat(TestingAudits.verified(testing, otherHome).kept().map(AuditHead::seq))
                .contains(4L);
    }

    /** The rows that a database had before V120. */
    @Test
    void rowsFromBeforeTheSealsAreCoveredByWhatComesAfter() {
        TestingAudits.fill(audit);
        testing.superuser().execute("alter table export_audit disable trigger append_only");
        testing.superuser().execute("alter table export_audit drop constraint sealed");
        testing.superuser().execute("update export_audit set seal = null");
        testing.superuser()
                .execute("alter table export_audit add constraint sealed check (seal is not null) not valid");
        ExportAudit upgraded = TestingAudits.open(testing.database(), otherHome);
        upgraded.catchUp();
        assertThat(upgraded.verify(List.of()).faults())
                .containsExactly("rows 3 to 4 bear no seal, and no checkpoint comes after: an older version wrote this,"
                        + " or somebody else did; 'audit sign' vouches for it");
        upgraded.append(TestingWorld.attempt(BOB, TUESDAY));
        assertThat(upgraded.verify(List.of()).faults()).isEmpty();
        assertThat(TestingAudits.verified(testing, otherHome).kept().map(AuditHead::seq))
                .contains(5L);
    }

    @Test
    void textOfAllKindsIsKeptAsItIs() {
        AuditEntry plain = TestingWorld.attempt(ALICE, MONDAY);
        audit.append(new AuditEntry(
                plain.at(),
                plain.userId(),
                plain.subject(),
                plain.outcome(),
                plain.decision(),
                Optional.of("東京 \"quoted\" \\ \ud83d\ude00 \u0001"),
                plain.excluded(),
                plain.requestId(),
                plain.traceId(),
                plain.address(),
                plain.userAgent()));
        assertThat(verified().faults()).isEmpty();
    }
}
