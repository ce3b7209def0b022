package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.problem;
import static io.dawsos.Replies.texts;
import static io.dawsos.testing.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patterns change while the service runs. */
class ReloadIT {

    @TempDir
    private static Path folder;

    private static TestingService service;

    @BeforeAll
    static void start() {
        service = TestingService.start(
                Map.of("PATTERNS_PATH", folder.toString(), "PATTERNS_POLL_SECONDS", "1"), Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void removeAll() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        reload();
    }

    private static void write(String id, String message) {
        writeFile(
                id,
                "{\"id\":\"" + id + "\",\"name\":\"" + id
                        + "\",\"steps\":[{\"capability\":\"example.echo\",\"args\":{\"message\":\"" + message
                        + "\"},\"as\":\"said\"}],\"outputs\":[\"said\"]}");
    }

    /** As editors do it: the whole file at once. */
    private static void writeFile(String id, String content) {
        try {
            Path part = Files.writeString(folder.resolve(id + ".part"), content);
            Files.move(part, folder.resolve(id + ".json"), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode reload() {
        return ok(service.post("/v1/patterns/reload", ""));
    }

    private static java.net.http.HttpResponse<String> execute(String id) {
        return service.post("/execute", "{\"pattern_id\":\"" + id + "\"}");
    }

    private static String said(String id) {
        return ok(execute(id)).path("data").path("said").path("message").asText();
    }

    @Test
    void aNewFileIsServedByItself() {
        write("fresh", "one");
        await().until(() -> execute("fresh").statusCode() == 200);
        assertThat(said("fresh")).isEqualTo("one");
        assertThat(texts(ok(service.get("/patterns")), "id")).contains("fresh", "hello");
    }

    @Test
    void aReloadSaysWhatItDid() {
        write("told", "one");
        JsonNode added = reload();
        assertThat(texts(added.path("loaded"))).isSubsetOf("told");
        assertThat(said("told")).isEqualTo("one");
        String version =
                ok(execute("told")).path("trace").path("pattern_version").asText();
        write("told", "two");
        reload();
        assertThat(said("told")).isEqualTo("two");
        assertThat(ok(execute("told")).path("trace").path("pattern_version").asText())
                .isNotEqualTo(version);
    }

    @Test
    void aFileThatBreaksLeavesItsOldVersionServing() {
        write("fragile", "whole");
        reload();
        writeFile(
                "fragile",
                "{\"id\":\"fragile\",\"name\":\"x\",\"steps\":[{\"capability\":\"example.ecko\"}],\"outputs\":[]}");
        JsonNode problems = reload().path("problems");
        assertThat(texts(problems, "file")).allMatch(file -> file.endsWith("fragile.json"));
        assertThat(texts(problems, "pointer")).contains("/steps/0/capability");
        assertThat(problems.toString()).contains("nearest: 'example.echo'");
        assertThat(said("fragile")).isEqualTo("whole");
        writeFile("fragile", "{ no json");
        assertThat(reload().path("problems")).isNotEmpty();
        assertThat(said("fragile")).isEqualTo("whole");
        write("fragile", "mended");
        assertThat(reload().path("problems")).isEmpty();
        assertThat(said("fragile")).isEqualTo("mended");
    }

    @Test
    void aBrokenFileDoesNotTakeOthersDown() {
        writeFile("bad", "[]");
        write("good", "fine");
        reload();
        assertThat(said("good")).isEqualTo("fine");
        problem(execute("bad"), 404, "PATTERN_NOT_FOUND");
    }

    @Test
    void aRemovedFileIsNotFound() throws IOException {
        write("shortlived", "here");
        reload();
        assertThat(said("shortlived")).isEqualTo("here");
        Files.delete(folder.resolve("shortlived.json"));
        reload();
        problem(execute("shortlived"), 404, "PATTERN_NOT_FOUND");
        problem(service.get("/v1/patterns/shortlived"), 404, "PATTERN_NOT_FOUND");
    }

    @Test
    void changesUnderLoadFailNoRequest() throws InterruptedException {
        write("busy", "0");
        reload();
        AtomicBoolean running = new AtomicBoolean(true);
        AtomicInteger served = new AtomicInteger();
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        ExecutorService clients = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 4; i++) {
            clients.execute(() -> {
                while (running.get()) {
                    var reply = execute("busy");
                    served.incrementAndGet();
                    if (reply.statusCode() != 200) {
                        wrong.add(reply.body());
                    }
                }
            });
        }
        for (int version = 1; version <= 20; version++) {
            int before = served.get();
            write("busy", String.valueOf(version));
            reload();
            assertThat(said("busy")).isEqualTo(String.valueOf(version));
            await().until(() -> served.get() > before + 20);
        }
        running.set(false);
        clients.shutdown();
        assertThat(clients.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(List.copyOf(wrong)).isEmpty();
        assertThat(served.get()).isGreaterThan(400);
    }
}
