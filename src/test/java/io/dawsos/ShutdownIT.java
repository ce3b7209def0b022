package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of the program, asked for or not, and what the next start finds. */
class ShutdownIT {

    private static final String OVERVIEW = "{\"pattern_id\":\"portfolio_overview\"}";

    @Test
    void requestsAreFinishedAndAnswersOutliveEvenAKill(@TempDir Path home) throws Exception {
        Map<String, String> environment = Map.of("DAWSOS_HOME", home.toString());
        HttpResponse<String> answer;
        try (TestingProcess first = TestingProcess.start(environment)) {
            String address = first.address();
            answer = TestingProcess.post(address + "/execute", OVERVIEW);
            assertThat(answer.statusCode()).isEqualTo(200);
            first.kill();
        }
        try (TestingProcess second = TestingProcess.start(environment)) {
            String address = second.address();
            String id = Replies.json(answer).path("trace").path("request_id").asText();
            assertThat(TestingProcess.get(address + "/v1/executions/" + id).body())
                    .isEqualTo(answer.body());
            assertThat(Replies.ok(TestingProcess.post(address + "/execute", OVERVIEW))
                            .path("trace")
                            .path("result_hash"))
                    .isEqualTo(Replies.json(answer).path("trace").path("result_hash"));
            terminatedUnderLoad(second, address);
        }
    }

    @Test
    void aStopDuringTheStartLeavesNoDatabaseRunning(@TempDir Path home) throws Exception {
        Path running = home.resolve("postgres/data/postmaster.pid");
        try (TestingProcess process = TestingProcess.start(Map.of("DAWSOS_HOME", home.toString()))) {
            await().pollInterval(Duration.ofMillis(20)).until(() -> Files.exists(running));
            process.terminate();
            assertThat(process.exitCode()).as(process.output()).isEqualTo(143);
            assertThat(running).doesNotExist();
            assertThat(process.output()).contains("Stopping").doesNotContain("ERROR", "\tat ");
        }
        try (TestingProcess next = TestingProcess.start(Map.of("DAWSOS_HOME", home.toString()))) {
            assertThat(TestingProcess.post(next.address() + "/execute", OVERVIEW)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static void terminatedUnderLoad(TestingProcess process, String address) throws InterruptedException {
        AtomicInteger served = new AtomicInteger();
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Thread client = new Thread(() -> requestUntilRefused(address, served, wrong), "client");
            client.start();
            clients.add(client);
        }
        await().until(() -> served.get() > 30);
        process.terminate();
        assertThat(process.exitCode()).as(process.output()).isIn(0, 143);
        for (Thread client : clients) {
            client.join();
        }
        assertThat(List.copyOf(wrong)).isEmpty();
        assertThat(process.output()).doesNotContain("ERROR").doesNotContain("\tat ");
    }

    /** Every request is answered whole, until the server answers that it goes, or is gone. */
    private static void requestUntilRefused(String address, AtomicInteger served, ConcurrentLinkedQueue<String> wrong) {
        try {
            while (true) {
                HttpResponse<String> reply = TestingProcess.post(address + "/execute", OVERVIEW);
                if (reply.statusCode() == 503) {
                    return;
                }
                if (reply.statusCode() != 200 || !reply.body().endsWith("}}")) {
                    wrong.add(reply.statusCode() + " " + reply.body());
                }
                served.incrementAndGet();
            }
        } catch (IOException e) {
            // no connection any more: that is how it ends
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
