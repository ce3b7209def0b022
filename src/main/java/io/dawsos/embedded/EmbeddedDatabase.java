package io.dawsos.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL whose program, data, port and password live in the data folder. What was committed survives a power cut; a server
 * left behind by a program that was killed is stopped and started anew. It listens on the loopback address only and asks for a password.
 *
 * <p>It is not stopped by a shutdown hook: hooks run at the same time, and requests that are still being answered need it. Whoever
 * started it closes it last.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** Durable, where the library would trade that for speed, and small. */
    private static final List<Map.Entry<String, String>> SETTINGS = List.of(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("max_connections", "60"),
            Map.entry("shared_buffers", "64MB"),
            Map.entry("work_mem", "4MB"),
            Map.entry("maintenance_work_mem", "32MB"),
            Map.entry("max_wal_size", "256MB"),
            Map.entry("max_parallel_workers_per_gather", "0"),
            Map.entry("jit", "off"),
            Map.entry("log_min_messages", "warning"));

    private final EmbeddedPostgres server;
    private final DatabaseFiles files;

    private EmbeddedDatabase(EmbeddedPostgres server, DatabaseFiles files) {
        this.server = server;
        this.files = files;
    }

    /** Starts it; throws {@link IllegalStateException} with one sentence naming the folder and where the server logs. */
    public static EmbeddedDatabase start(DataFolder folder) {
        return start(folder.resolve("postgres"));
    }

    private static EmbeddedDatabase start(Path home) {
        DatabaseFiles files = new DatabaseFiles(home);
        try {
            long begin = System.nanoTime();
            files.prepare();
            new OrphanedServer(files).stop();
            files.removeUnfinished();
            EmbeddedDatabase database = new EmbeddedDatabase(launch(files), files);
            files.markFinished();
            LOG.info("PostgreSQL runs on port {} after {}", files.port(), Duration.ofNanos(System.nanoTime() - begin));
            return database;
        } catch (IOException | RuntimeException | ExceptionInInitializerError e) {
            throw new IllegalStateException(
                    "The embedded PostgreSQL in " + home + " does not start: " + e + "; see " + files.log()
                            + ", or set DATABASE_URL to use another database",
                    e);
        }
    }

    private static EmbeddedPostgres launch(DatabaseFiles files) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                // a resolver of its own, because the library shares what it unpacked between those that use the same
                // one
                .setPgBinaryResolver(
                        (system, machine) -> DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine))
                .setOverrideWorkingDirectory(files.programs().toFile())
                .setDataDirectory(files.data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(files.choosePort())
                .setLocaleConfig("pwfile", files.passwordFile().toString())
                .setLocaleConfig("locale", "C")
                .setDataDirectoryCustomizer(data -> files.requirePassword())
                .setConnectConfig("password", files.password())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(files.log().toFile()));
        SETTINGS.forEach(setting -> builder.setServerConfig(setting.getKey(), setting.getValue()));
        return builder.start();
    }

    /** {@code postgresql://user:password@host:port/database}: holds the password, so not for logs. */
    public String url() {
        return "postgresql://postgres:" + files.password() + "@127.0.0.1:" + server.getPort() + "/postgres";
    }

    public int port() {
        return server.getPort();
    }

    /** Where the server writes its own log. */
    public Path log() {
        return files.log();
    }

    /** Stops the server, waiting for what it has to write. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL in " + files.data() + " does not stop: " + e, e);
        }
    }
}
