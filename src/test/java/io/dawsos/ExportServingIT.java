package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.problem;
import static io.dawsos.Replies.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.pricing.PackId;
import io.dawsos.rights.TestingRights;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Files of many megabytes and clients of all kinds; registries that change meanwhile. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExportServingIT {

    private static final int ROWS = 12_000;
    private static final String TEXT = "x".repeat(1_000);
    private static final int WORKERS = 3;

    @TempDir
    private static Path folder;

    private static Path registry;
    private static TestingService service;
    private static PackId pack;
    private static String small;
    private static String large;

    @BeforeAll
    static void start() throws IOException {
        registry = folder.resolve("rights.yaml");
        Files.writeString(registry, TestingRights.text());
        service = TestingService.start(
                Map.of("RIGHTS_REGISTRY", registry.toString(), "HTTP_WORKERS", "" + WORKERS), Clock.systemUTC());
        JsonNode trace = ok(service.post("/execute", "{\"pattern_id\":\"portfolio_income\"}"))
                .path("trace");
        small = "/v1/executions/" + trace.path("request_id").asText() + "/export?format=json";
        pack = PackId.parse(trace.path("pricing_pack_id").asText());
        String answer = TestingStored.table(pack, ROWS, TEXT);
        large = TestingStored.store(service, DevelopmentUser.ID, pack, "success", answer) + "csv";
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<byte[]> download(String path, String... headers) throws Exception {
        HttpRequest.Builder request = service.request(path).POST(BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    private static void isWhole(byte[] csv) {
        List<String> lines = new String(csv, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(lines).hasSize(ROWS + 1);
        assertThat(lines.get(0)).isEqualTo("n,text");
        for (int i = 0; i < ROWS; i++) {
            assertThat(lines.get(i + 1)).isEqualTo(i + "," + TEXT);
        }
    }

    private static void nothingIsLeft() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            try (Stream<Path> files = Files.list(service.home().resolve("exports"))) {
                assertThat(files).isEmpty();
            }
            assertThat(openFiles()).isEmpty();
        });
    }

    /** Files of exports that this process has open, where the system tells. */
    private static List<String> openFiles() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        List<String> open = new ArrayList<>();
        if (Files.isDirectory(descriptors)) {
            try (Stream<Path> links = Files.list(descriptors)) {
                for (Path link : links.toList()) {
                    String target = target(link);
                    if (target.contains("/exports/export-")) {
                        open.add(target);
                    }
                }
            }
        }
        return open;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }

    @Test
    @Order(1)
    void aLargeFileArrivesWholeAndToTheByte() throws Exception {
        HttpResponse<byte[]> reply = download(large);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body().length).isGreaterThan(12_000_000);
        assertThat(reply.headers().firstValue("Content-Length")).contains("" + reply.body().length);
        assertThat(reply.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(reply.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(reply.headers().map().keySet()).noneMatch(name -> name.startsWith("camel"));
        isWhole(reply.body());
        nothingIsLeft();
    }

    @Test
    @Order(2)
    void isTheSameForWhoWantsItCompressed() throws Exception {
        HttpResponse<byte[]> reply = download(large, "Accept-Encoding", "gzip");
        assertThat(reply.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
            isWhole(unpacked.readAllBytes());
        }
        nothingIsLeft();
    }

    @Test
    @Order(3)
    void ofClientsThatHangUpNothingStays() throws Exception {
        for (int i = 0; i < 2 * WORKERS; i++) {
            try (TestingDownloader client = new TestingDownloader(service, large)) {
                assertThat(client.status()).contains("200");
                assertThat(client.read(1_000)).hasSize(1_000);
                client.hangUp();
            }
        }
        nothingIsLeft();
        CamelContext camel = service.service().wiring().server.getCamelContext();
        await().untilAsserted(
                        () -> assertThat(camel.getInflightRepository().size()).isZero());
        assertThat(download(small).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void slowClientsHoldNobodyUpAndGetAll() throws Exception {
        List<TestingDownloader> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 2 * WORKERS; i++) {
                TestingDownloader client = new TestingDownloader(service, large);
                slow.add(client);
                assertThat(client.promised()).isGreaterThan(12_000_000);
                assertThat(client.read(10)).hasSize(10);
            }
            assertThat(download(small).statusCode()).isEqualTo(200);
            ok(service.get("/v1/exports?limit=1"));
            for (TestingDownloader client : slow) {
                assertThat(client.rest().length + 10L).isEqualTo(client.promised());
            }
        } finally {
            for (TestingDownloader client : slow) {
                client.close();
            }
        }
        nothingIsLeft();
    }

    @Test
    @Order(5)
    void aForeignAnswerIsLikeNoneAndOneOfAFailedExecutionIsTold() {
        String answer = TestingStored.table(pack, 1, "secret");
        String foreign = TestingStored.store(service, Foreigner.ID, pack, "success", answer) + "csv";
        String failed = TestingStored.store(service, DevelopmentUser.ID, pack, "error", answer) + "csv";
        problem(refused(foreign), 404, "EXECUTION_NOT_FOUND");
        problem(refused(failed), 409, "EXECUTION_FAILED");
        assertThat(texts(ok(service.get("/v1/exports?limit=2")).path("exports"), "outcome"))
                .containsExactly("refused", "refused");
    }

    private static HttpResponse<String> refused(String path) {
        return service.send(service.request(path).POST(BodyPublishers.noBody()).build());
    }

    @Test
    @Order(6)
    void aRegistryThatIsReadAgainWhileExportsRunDecidesEachOfThemAsAWhole() throws Exception {
        String generous = TestingRights.text();
        String strict = generous.replaceFirst("(?m)^  Demo:", "  Nobody:");
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Future<Integer>> replies = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                replies.add(pool.submit(() -> download(small).statusCode()));
                if (i % 6 == 5) {
                    Files.writeString(registry, i % 12 == 5 ? strict : generous);
                    ok(service.post("/v1/rights/reload", "{}"));
                    replies.get(i - 1).get();
                }
            }
            for (Future<Integer> reply : replies) {
                assertThat(reply.get()).isIn(200, 403);
            }
        } finally {
            pool.shutdown();
        }
        Files.writeString(registry, generous);
        ok(service.post("/v1/rights/reload", "{}"));
        JsonNode rows = ok(service.get("/v1/exports?limit=60")).path("exports");
        assertThat(texts(rows, "outcome")).contains("allowed", "refused");
        String refusing = TestingRights.read(strict).hash();
        rows.forEach(row -> assertThat(row.path("outcome").asText())
                .isEqualTo(row.path("registry_hash").asText().equals(refusing) ? "refused" : "allowed"));
    }

    @Test
    @Order(7)
    void aShadowedRegistryLetsPassAndSaysSo() throws Exception {
        String strict = TestingRights.text().replaceFirst("(?m)^  Demo:", "  Nobody:");
        Files.writeString(
                registry,
                strict.replaceFirst("(?m)^    action_on_violation: block", "    action_on_violation: shadow"));
        assertThat(ok(service.post("/v1/rights/reload", "{}")).path("changed").asBoolean())
                .isTrue();
        HttpResponse<byte[]> reply = download(small);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("X-Rights-Shadow")).contains("refused");
        JsonNode row = ok(service.get("/v1/exports?limit=1")).path("exports").path(0);
        assertThat(row.path("outcome").asText()).isEqualTo("shadow");
        assertThat(row.path("reason").asText()).contains("provider 'Demo' is not in the rights registry");
        Files.writeString(
                registry, strict.replaceAll("(?m)^    action_on_violation: block", "    action_on_violation: shadow"));
        JsonNode refused = ok(service.post("/v1/rights/reload", "{}"));
        assertThat(refused.path("problems").toString()).contains("production.action_on_violation");
        Files.writeString(registry, TestingRights.text());
        ok(service.post("/v1/rights/reload", "{}"));
    }

    @Test
    @Order(8)
    void aPageOfAttemptsFollowsTheOther() {
        List<String> all = texts(ok(service.get("/v1/exports?limit=1000")).path("exports"), "seq");
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = ok(service.get("/v1/exports?limit=7" + cursor));
            paged.addAll(texts(page.path("exports"), "seq"));
            cursor = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asText();
        } while (!cursor.isEmpty());
        assertThat(paged).isEqualTo(all).hasSizeGreaterThan(60);
        for (String wrong : List.of("limit=0", "limit=1001", "cursor=x", "before=3")) {
            problem(service.get("/v1/exports?" + wrong), 422, "VALIDATION_FAILED");
        }
    }

    @Test
    @Order(9)
    void theAuditIsSoundAndKnowsWhatOthersNoted() {
        JsonNode row = ok(service.get("/v1/exports?limit=1")).path("exports").path(0);
        String noted = row.path("seq").asText() + ":" + row.path("hash").asText();
        JsonNode audit = ok(service.get("/v1/exports/audit?known=" + noted));
        assertThat(audit.path("sound").asBoolean()).as(audit.toString()).isTrue();
        assertThat(audit.path("kept").asText()).isEqualTo(noted);
        String other = row.path("seq").asText() + ":" + "a".repeat(64);
        assertThat(texts(ok(service.get("/v1/exports/audit?known=" + other)).path("faults")))
                .containsExactly("row " + row.path("seq").asText() + " is not the one that is said to have been there");
        problem(service.get("/v1/exports/audit?known=x"), 422, "VALIDATION_FAILED");
    }

    @Test
    @Order(10)
    void aServiceThatEndsSendsWhatIsTakenAndNothingThatLooksWholeElse() throws Exception {
        ExecutorService reading = Executors.newSingleThreadExecutor();
        try (TestingDownloader stalled = new TestingDownloader(service, large);
                TestingDownloader taking = new TestingDownloader(service, large)) {
            Future<byte[]> taken = reading.submit(taking::rest);
            service.service().close();
            assertThat(taken.get().length).isEqualTo((int) taking.promised());
            assertThat(stalled.promised()).isGreaterThan(12_000_000);
            assertThat(stalled.rest().length).isLessThan((int) stalled.promised());
        } finally {
            reading.shutdown();
        }
        nothingIsLeft();
    }
}
