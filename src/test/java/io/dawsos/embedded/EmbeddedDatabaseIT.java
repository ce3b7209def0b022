package io.dawsos.embedded;

import static io.dawsos.embedded.TestingProgram.password;
import static io.dawsos.embedded.TestingProgram.withoutUser;
import static io.dawsos.testing.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** One data folder through its life; the steps follow each other, because a start is what takes time. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedDatabaseIT {

    @TempDir
    private static Path temporary;

    private static Path home;
    private static int firstPort;

    @BeforeAll
    static void killAProgramThatStartedTheDatabase() throws IOException, InterruptedException {
        home = temporary.resolve(".dawsos");
        Path said = temporary.resolve("port");
        Path log = temporary.resolve("program.log");
        Process program = TestingProgram.start(home, said, log);
        try {
            await().until(() -> Files.exists(said) || !program.isAlive());
            assertThat(said).as(() -> "the program said: " + read(log)).exists();
            firstPort = Integer.parseInt(Files.readString(said));
            assertThatThrownBy(() -> DataFolder.open(home))
                    .as("while it runs")
                    .hasMessageContaining(" is in use by process " + program.pid() + "; ");
        } finally {
            program.destroyForcibly(); // kill -9
        }
        assertThat(program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** No server of this test outlives it, even when a step failed. */
    @AfterAll
    static void stopWhatIsLeft() throws IOException {
        new OrphanedServer(new DatabaseFiles(home.resolve("postgres"))).stop();
    }

    private static JdbcTemplate jdbc(EmbeddedDatabase database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:" + withoutUser(database.url()));
        source.setUser("postgres");
        source.setPassword(password(database));
        return new JdbcTemplate(source);
    }

    private static ProcessHandle server() throws IOException {
        String pid = Files.readAllLines(home.resolve("postgres/data/postmaster.pid"))
                .get(0)
                .strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** The server says that it has stopped a moment before its process is gone; a process that ended has no command any more. */
    private static boolean runs(ProcessHandle server) {
        return server.isAlive() && server.info().command().isPresent();
    }

    private static void assertEnds(ProcessHandle server) {
        await().until(() -> !runs(server));
    }

    @Test
    @Order(1)
    void takesOverTheServerOfAKilledProgramWithItsData() throws IOException {
        ProcessHandle orphan = server();
        assertThat(runs(orphan)).as("the orphan runs on").isTrue();

        try (DataFolder folder = DataFolder.open(home);
                EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertEnds(orphan);
            assertThat(database.port()).isEqualTo(firstPort);
            assertThat(jdbc(database).queryForList("select what from kept", String.class))
                    .containsExactly("committed before the kill");
        }
    }

    @Test
    @Order(2)
    void losesNothingOnAPowerCutAndListensOnTheLoopbackAddressOnly() {
        try (DataFolder folder = DataFolder.open(home);
                EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            JdbcTemplate jdbc = jdbc(database);
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(jdbc.queryForObject("show " + setting, String.class))
                        .as(setting)
                        .isEqualTo("on");
            }
            assertThat(jdbc.queryForObject("show listen_addresses", String.class))
                    .isEqualTo("127.0.0.1");
            assertThat(jdbc.queryForObject("show shared_buffers", String.class)).isEqualTo("64MB");
        }
    }

    @Test
    @Order(3)
    void asksForThePassword() {
        try (DataFolder folder = DataFolder.open(home);
                EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl("jdbc:" + withoutUser(database.url()));
            source.setUser("postgres");
            source.setPassword("guess");

            assertThatThrownBy(() -> source.getConnection().close())
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    @Order(4)
    void isStoppedByClosing() throws IOException {
        ProcessHandle server;
        try (DataFolder folder = DataFolder.open(home);
                EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            server = server();
            assertThat(runs(server)).isTrue();
            assertThat(database.log()).exists();
        }
        assertEnds(server);
        assertThat(home.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    @Order(5)
    void movesToAnotherPortWhenItsOwnIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(firstPort, 1, InetAddress.getLoopbackAddress());
                DataFolder folder = DataFolder.open(home);
                EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(database.port()).isNotEqualTo(taken.getLocalPort());
            assertThat(jdbc(database).queryForObject("select count(*) from kept", Long.class))
                    .isEqualTo(1);
        }
    }

    @Test
    @Order(6)
    void beginsAnewWhenTheFirstStartWasCutShort() throws IOException {
        Path other = temporary.resolve("other");
        Path postgres = other.resolve("postgres");
        Files.createDirectories(postgres.resolve("data/base"));
        Files.writeString(postgres.resolve("data/PG_VERSION"), "17\n");

        try (DataFolder folder = DataFolder.open(other);
                EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(jdbc(database).queryForObject("select 1", Integer.class)).isEqualTo(1);
        }
    }
}
