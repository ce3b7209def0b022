package io.dawsos.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class MigrationsIT {

    private static final String BROKEN = "classpath:db/broken";

    private static long files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            return files.count();
        }
    }

    @Test
    void runOnceAndAreFoundDoneTheNextTime() throws IOException {
        DatabaseUrl url = TestingDatabase.createEmpty();
        Migrations.run(url);
        JdbcTemplate jdbc = new JdbcTemplate(TestingDatabase.source(url));
        String applied = "select count(*) from flyway_schema_history where success";
        Long first = jdbc.queryForObject(applied, Long.class);

        Migrations.run(url);

        assertThat(first).isGreaterThan(1).isEqualTo(files());
        assertThat(jdbc.queryForObject(applied, Long.class)).isEqualTo(first);
    }

    @Test
    void thatFailAreNamedWithCauseAndRemedyInOneSentence() {
        DatabaseUrl url = TestingDatabase.createEmpty();

        assertThatThrownBy(() -> Migrations.run(url, BROKEN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Migration V002__broken.sql failed on the database " + url
                                + ": ERROR: relation \"no_such_table\" does not exist; nothing of it was kept, so mend the cause and start again");
        assertThat(new JdbcTemplate(TestingDatabase.source(url))
                        .queryForList(
                                "select relname from pg_class where relname in ('fine', 'half_made')", String.class))
                .containsExactly("fine");
    }

    @Test
    void ofAnOwnerWhoMayNotBecomeTheApplicationTellTheAdministratorWhatToDo() {
        DatabaseUrl url = TestingDatabase.createEmptyForWeakOwner();

        assertThatThrownBy(() -> Migrations.run(url))
                .hasMessageStartingWith("Migration V001__application_role_and_guards.sql failed on the database " + url)
                .hasMessageContaining("GRANT dawsos_app TO " + url.user() + ";)")
                .hasMessageNotContaining("\n");
    }

    @Test
    void thatWereChangedAfterwardsAreRefused() {
        DatabaseUrl url = TestingDatabase.createEmpty();
        assertThatThrownBy(() -> Migrations.run(url, BROKEN)).hasMessageContaining("V002");

        assertThatThrownBy(() -> Migrations.run(url, "classpath:db/changed"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The migrations of this program are not those that made the database " + url)
                .hasMessageContaining("version 001")
                .hasMessageEndingWith("restore the released files, or use another database")
                .hasMessageNotContaining("\n");
    }

    @Test
    void ofADatabaseThatIsDownFailWithItsAddress() {
        int port = TestingPorts.next();
        DatabaseUrl url = DatabaseUrl.parse("postgresql://daws:secret@localhost:" + port + "/dawsos");

        assertThatThrownBy(() -> Database.open(url, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "The database postgresql://daws@localhost:" + port + "/dawsos cannot be reached: ")
                .hasMessageEndingWith("; start it, or correct DATABASE_URL")
                .hasMessageNotContaining("secret");
    }
}
