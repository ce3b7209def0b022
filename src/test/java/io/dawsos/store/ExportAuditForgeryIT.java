package io.dawsos.store;

import static io.dawsos.store.TestingAudits.KEY;
import static io.dawsos.store.TestingAudits.TUESDAY;
import static io.dawsos.store.TestingAudits.verified;
import static io.dawsos.testing.TestingRows.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.rights.AuditChain;
import io.dawsos.rights.AuditHead;
import io.dawsos.rights.AuditReport;
import io.dawsos.rights.AuditRow;
import io.dawsos.rights.HeadFile;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * People who would like the audit of exports to be another: they have a superuser of the database, whom no trigger, grant or constraint stops,
 * and not the key. Each check is by a service that was started again, on the day of the last rows.
 */
class ExportAuditForgeryIT {

    private static final String HASHED =
            "encode(sha256(convert_to(previous_hash || E'\\n' || seq || E'\\n' || content, 'UTF8')), 'hex')";

    @TempDir
    private Path home;

    private TestingDatabase testing;

    @BeforeEach
    void fourRows() {
        testing = TestingDatabase.create();
        TestingAudits.fill(TestingAudits.open(testing.database(), home));
        assertThat(verified(testing, home).faults()).isEmpty();
        JdbcTemplate superuser = testing.superuser();
        for (String constraint :
                List.of("hashed", "of_its_user", "sealed", "export_audit_hash_key", "export_audit_previous_hash_key")) {
            superuser.execute("alter table export_audit drop constraint " + constraint);
        }
        superuser.execute("alter table export_audit disable trigger all");
        superuser.execute("alter table export_checkpoint disable trigger all");
    }

    @AfterEach
    void drop() {
        testing.close();
    }

    private void forge(String statement) {
        assertThat(testing.superuser().update(statement)).as(statement).isPositive();
    }

    private AuditReport report() {
        return verified(testing, home);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seq = 7 where seq = 4 | rows? 4",
                "seq = 7 where seq = 1 | row 1 is missing",
                "user_id = gen_random_uuid() where seq = 1 | row 1 was changed: its content is about another user",
                "user_id = gen_random_uuid() where seq = 4 | row 4 was changed: its content is about another user",
                "previous_hash = repeat('a', 64) where seq = 1 | row 1 does not follow",
                "previous_hash = repeat('a', 64) where seq = 4 | row 4 does not follow",
                "content = replace(content, 'refused', 'allowed') where seq = 1 | row 1 was changed: its content does not have its hash",
                "content = replace(content, 'refused', 'allowed') where seq = 4 | row 4 was changed: its content does not have its hash",
                "content = '' where seq = 4 | row 4 was changed: its content does not have its hash",
                "hash = repeat('a', 64) where seq = 1 | row 1 was changed: its content does not have its hash",
                "hash = repeat('a', 64) where seq = 4 | row 4 does not bear the seal",
                "seal = repeat('a', 64) where seq = 1 | row 1 does not bear the seal",
                "seal = null where seq = 4 | row 4 does not bear the seal",
                "seal = (select o.seal from export_audit o where o.seq = 3) where seq = 4 | row 4 does not bear the seal"
            })
    void everyColumnOfARowIsHeld(String change, String told) {
        forge("update export_audit set " + change);
        assertThat(String.join("\n", report().faults())).containsPattern(told);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 3", "4, 4", "1, 2", "3, 4", "1, 4"})
    void rowsTakenOutAreFoundWhereverTheyWere(int first, int last) {
        forge("delete from export_audit where seq between " + first + " and " + last);
        assertThat(report().faults()).isNotEmpty();
    }

    @Test
    void theLastRowsOfTodayAreMissedAfterARestart() {
        forge("delete from export_audit where seq > 2");
        assertThat(report().faults())
                .containsExactly("row 4, the one that this service kept, is gone: the chain was cut off after row 2");
    }

    @Test
    void nothingLeftAtAllIsFound() {
        testing.superuser().execute("truncate export_audit, export_checkpoint");
        assertThat(report().faults())
                .containsExactly("row 4, the one that this service kept, is gone: the chain was cut off after row 0");
        testing.superuser().execute("alter table export_audit enable trigger all");
        TestingAudits.open(testing.database(), home).append(TestingWorld.attempt(ALICE, TUESDAY));
        assertThat(report().faults()).hasSize(1);
        assertThat(HeadFile.in(home, KEY).head().map(AuditHead::seq)).contains(4L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delete from export_checkpoint | the checkpoint at row 2, which row 3 of the next day had signed, is gone",
                "update export_checkpoint set seq = 1 | the checkpoint at row 1 does not bear the signature",
                "update export_checkpoint set hash = repeat('a', 64) | does not bear the signature",
                "update export_checkpoint set signed_at = signed_at + interval '1 second' | does not bear the signature",
                "update export_checkpoint set signature = repeat('a', 64) | does not bear the signature"
            })
    void theCheckpointIsHeldToo(String change, String told) {
        forge(change);
        assertThat(String.join("\n", report().faults())).contains(told);
    }

    @Test
    void aRowPutInAtTheEndHasNoSeal() {
        forge("insert into export_audit (seq, user_id, previous_hash, content, hash)"
                + " select 5, user_id, hash, replace(content, 'refused', 'allowed'), repeat('b', 64)"
                + " from (select user_id, hash, content from export_audit where seq = 4) last");
        forge("update export_audit set hash = " + HASHED + " where seq = 5");
        assertThat(report().faults())
                .containsExactly(
                        "row 5 does not bear the seal of EXPORT_AUDIT_KEY: somebody else wrote or changed this");
        TestingAudits.open(testing.database(), home).append(TestingWorld.attempt(ALICE, TUESDAY));
        assertThat(report().faults()).as("with an honest row behind it").hasSize(1);
        assertThat(report().rows()).isEqualTo(6);
    }

    @Test
    void aRowPutInBetweenIsFoundAlthoughAllThatFollowWasComputedAnew() {
        forge("update export_audit set seq = 5 where seq = 4");
        forge("insert into export_audit (seq, user_id, previous_hash, content, hash, seal)"
                + " select 4, user_id, hash, replace(content, 'refused', 'allowed'), repeat('b', 64), repeat('a', 64)"
                + " from (select user_id, hash, content from export_audit where seq = 3) before");
        computeAnew(4, 5);
        assertThat(report().faults())
                .containsExactly(
                        "row 4 is not the one that this service kept",
                        "rows 4 to 5 do not bear the seal of EXPORT_AUDIT_KEY: somebody else wrote or changed this");
    }

    /** With the right hashes. */
    private void computeAnew(int first, int last) {
        for (int seq = first; seq <= last; seq++) {
            forge("update export_audit set previous_hash = coalesce((select p.hash from export_audit p where p.seq = "
                    + (seq - 1) + "), '" + AuditChain.GENESIS + "') where seq = " + seq);
            forge("update export_audit set hash = " + HASHED + " where seq = " + seq);
        }
    }

    @Test
    void aChainComputedAnewAndPassedOffAsOneFromBeforeTheSealsIsFound() {
        forge("update export_audit set content = replace(content, 'refused', 'allowed'), seal = null");
        computeAnew(1, 4);
        assertThat(report().faults())
                .containsExactlyInAnyOrder(
                        "row 2 is not the one that was signed on 2023-12-19T08:00:00Z",
                        "row 4 is not the one that this service kept",
                        "rows 1 to 4 bear no seal, and no checkpoint comes after: an older version wrote this, or somebody"
                                + " else did; 'audit sign' vouches for it");
    }

    @Test
    void anOldCopyOfTheDatabaseIsFoundByTheDataFolder() {
        testing.superuser().execute("create table old as select * from export_audit where seq <= 3");
        testing.superuser().execute("truncate export_audit");
        forge("insert into export_audit select * from old");
        assertThat(report().faults())
                .containsExactly("row 4, the one that this service kept, is gone: the chain was cut off after row 3");
    }

    @Test
    void anOldCopyOfBothIsFoundByWhoNotedALaterRow() throws IOException {
        Path old = home.resolve("old");
        Files.copy(home.resolve("export-audit.head"), old);
        AuditRow later = TestingAudits.open(testing.database(), home).append(TestingWorld.attempt(ALICE, TUESDAY));
        forge("delete from export_audit where seq = 5");
        Files.copy(old, home.resolve("export-audit.head"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(report().faults())
                .as("what nobody noted elsewhere is not found")
                .isEmpty();
        assertThat(verified(testing, home, AuditHead.parse(later.seq() + ":" + later.hash()))
                        .faults())
                .containsExactly(
                        "row 5, the one that is said to have been there, is gone: the chain was cut off after row 4");
    }

    @Test
    void aHeadThatWasWrittenByOthersIsFoundAndStaysAsItIs() throws IOException {
        Path file = home.resolve("export-audit.head");
        String honest = Files.readString(file);
        String row3 = testing.superuser().queryForObject("select hash from export_audit where seq = 3", String.class);
        Files.writeString(file, honest.replaceFirst("^\\S+", "3:" + row3));
        forge("delete from export_audit where seq = 4");
        TestingAudits.open(testing.database(), home).append(TestingWorld.attempt(ALICE, TUESDAY));
        assertThat(report().faults())
                .containsExactly(
                        "the file export-audit.head in the data folder does not bear the signature of EXPORT_AUDIT_KEY");
        assertThat(report().kept()).isEqualTo(Optional.empty());
    }
}
