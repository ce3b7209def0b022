package io.dawsos.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that goes on because the program that started it was killed. The folder's lock is ours by now, so nobody uses it.
 */
final class OrphanedServer {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);
    private static final int SECONDS = 30;

    private final DatabaseFiles files;

    OrphanedServer(DatabaseFiles files) {
        this.files = files;
    }

    /** Stops it, if there is one: open transactions are rolled back, committed ones are kept. */
    void stop() throws IOException {
        Optional<ProcessHandle> orphan = find();
        if (orphan.isEmpty()) {
            return;
        }
        LOG.info(
                "Stopping PostgreSQL {}, left behind by a program that was killed",
                orphan.get().pid());
        Process stopping = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()))
                .start();
        if (!finished(stopping) || stopping.exitValue() != 0) {
            throw new IOException("the PostgreSQL process " + orphan.get().pid()
                    + ", left behind earlier, does not stop; end it by hand");
        }
    }

    private static boolean finished(Process process) {
        try {
            return process.waitFor(SECONDS + 5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The process named in the pid file, unless that number belongs to something else by now. */
    private Optional<ProcessHandle> find() throws IOException {
        Path pidFile = files.data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U")); // pg_ctl refuses to be run by root
        }
        command.addAll(List.of(program().toString(), "-D", files.data().toString(), "-m", "fast", "-w"));
        command.addAll(List.of("-t", Integer.toString(SECONDS), "stop"));
        return command;
    }

    private Path program() throws IOException {
        try (Stream<Path> paths = Files.walk(files.programs(), 3)) {
            return paths.filter(path -> path.getFileName().toString().matches("pg_ctl(\\.exe)?"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("there is no pg_ctl under " + files.programs()));
        }
    }
}
