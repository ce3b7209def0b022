package io.dawsos;

import static io.dawsos.Replies.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.pricing.PackId;
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

/** Files of many megabytes and clients of all kinds. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExportServingIT {

    private static final int ROWS = 12_000;
    private static final String TEXT = "x".repeat(1_000);
    private static final int WORKERS = 3;

    private static TestingService service;
    private static String small;
    private static String large;

    @BeforeAll
    static void start() {
        service = TestingService.start(Map.of("HTTP_WORKERS", "" + WORKERS), Clock.systemUTC());
        JsonNode trace = ok(service.post("/execute", "{\"pattern_id\":\"portfolio_income\"}"))
                .path("trace");
        small = "/v1/executions/" + trace.path("request_id").asText() + "/export?format=json";
        PackId pack = PackId.parse(trace.path("pricing_pack_id").asText());
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
