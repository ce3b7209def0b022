package io.dawsos.store;

import static io.dawsos.testing.TestingRows.ALICE;
import static io.dawsos.testing.TestingRows.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.rights.AuditChain;
import io.dawsos.rights.AuditEntry;
import io.dawsos.rights.AuditReport;
import io.dawsos.rights.AuditRow;
import io.dawsos.rights.CheckpointKey;
import io.dawsos.rights.ExportAudit;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingWorld;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit of exports in the database, and people who would like it to be another. */
class ExportAuditIT {

    private static final CheckpointKey KEY = CheckpointKey.of("k".repeat(32));
    private static final Instant MONDAY = Instant.parse("2023-12-18T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2023-12-19T08:00:00Z");

    private TestingDatabase testing;
    private ExportAudit audit;

    @BeforeEach
    void create() {
        testing = TestingDatabase.create();
        audit = testing.database().exportAudit(KEY);
    }

    @AfterEach
    void drop() {
        testing.close();
    }

    private AuditRow append(UUID user, Instant at) {
        return audit.append(TestingWorld.attempt(user, at));
    }

    /** As another process would: it has not written the rows itself. */
    private AuditReport verified() {
        return testing.database().exportAudit(KEY).verify();
    }

    /** What somebody who has the owner's password can do. */
    private void forge(String... statements) {
        testing.owner().execute("alter table export_audit disable trigger append_only");
        testing.owner().execute("alter table export_checkpoint disable trigger append_only");
        testing.owner().execute("alter table export_audit no force row level security");
        testing.owner().execute("alter table export_audit drop constraint if exists hashed");
        for (String statement : statements) {
            assertThat(testing.owner().update(statement)).as(statement).isPositive();
        }
    }

    private void threeDays() {
        append(ALICE, MONDAY);
        append(BOB, MONDAY);
        append(ALICE, TUESDAY);
        append(ALICE, TUESDAY);
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
        threeDays();
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
        threeDays();
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
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update export_audit set content = replace(content, 'refused', 'allowed') where seq = 2",
                "update export_audit set content = replace(content, 'refused', 'allowed'), hash = encode(sha256('x'), 'hex') where seq = 3",
                "delete from export_audit where seq = 1",
                "delete from export_audit where seq = 3",
                "delete from export_audit where seq <= 2",
                "update export_audit set seq = 9 where seq = 4"
            })
    void everyChangeIsFound(String statement) {
        threeDays();
        forge(statement);
        assertThat(verified().faults()).isNotEmpty();
    }

    @Test
    void theSameHashComputedAnewForAllThatFollowsIsFoundByTheCheckpoint() {
        threeDays();
        forge("update export_audit set content = replace(content, 'refused', 'allowed') where seq = 1");
        for (int seq = 1; seq <= 4; seq++) {
            forge1(
                    "update export_audit a set previous_hash = coalesce((select hash from export_audit where seq = a.seq - 1), repeat('0', 64))"
                            + " where seq = " + seq);
            forge1(
                    "update export_audit set hash = encode(sha256(convert_to(previous_hash || E'\\n' || seq || E'\\n' || content, 'UTF8')), 'hex')"
                            + " where seq = " + seq);
        }
        assertThat(verified().faults()).containsExactly("row 2 is not the one that was signed on 2023-12-19T08:00:00Z");
    }

    private void forge1(String statement) {
        assertThat(testing.owner().update(statement)).isEqualTo(1);
    }

    @Test
    void rowsCutOffAreFoundByTheCheckpointAndByWhoWroteThem() {
        threeDays();
        forge("delete from export_audit where seq > 3");
        assertThat(audit.verify().faults())
                .containsExactly("row 4, which this service wrote, is gone: the chain was cut off after row 3");
        forge("delete from export_audit where seq > 1");
        assertThat(verified().faults())
                .containsExactly("row 2, signed on 2023-12-19T08:00:00Z, is gone: the chain was cut off");
    }

    @Test
    void aForgedCheckpointDoesNotBearTheSignature() {
        threeDays();
        forge("update export_checkpoint set seq = 3, hash = (select hash from export_audit where seq = 3)");
        assertThat(verified().faults())
                .containsExactly("the checkpoint at row 3 does not bear the signature of EXPORT_AUDIT_KEY");
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
                                + " insert into export_audit (seq, user_id, content, previous_hash, hash)"
                                + " select ?, ?, ?, ?, ? from u",
                        ALICE.toString(),
                        seq,
                        ALICE,
                        content,
                        previousHash,
                        hash);
    }

    @Test
    void writersWaitForEachOther() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<AuditRow>> rows = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                UUID user = i % 2 == 0 ? ALICE : BOB;
                rows.add(pool.submit(() -> append(user, MONDAY)));
            }
            for (Future<AuditRow> row : rows) {
                assertThat(row.get().seq()).isBetween(1L, 40L);
            }
        } finally {
            pool.shutdown();
        }
        assertThat(verified()).satisfies(report -> {
            assertThat(report.rows()).isEqualTo(40);
            assertThat(report.faults()).isEmpty();
        });
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
