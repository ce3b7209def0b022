package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.pricing.PackDraft;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackStore;
import io.dawsos.pricing.PriceBook;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One night: a new pack is there and warming, then fresh, then the next one fails. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FreshnessGateIT {

    private static final String OVERVIEW = "{\"pattern_id\":\"portfolio_overview\"}";
    private static TestingService service;
    private static PackId tonight;

    @BeforeAll
    static void start() {
        service = TestingService.start(Map.of("FRESHNESS_RETRY_AFTER_SECONDS", "17"), Clock.systemUTC());
        ok(service.post("/execute", OVERVIEW));
        tonight = packAfter(newest());
        packs().save(List.of(copyOf(newest(), tonight)));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static PackStore packs() {
        return service.service().wiring().database.packStore();
    }

    private static PackId newest() {
        return service.service().wiring().packs.newest().orElseThrow().id();
    }

    private static PackId packAfter(PackId pack) {
        return new PackId(pack.date().plusDays(1), 1);
    }

    private static PackDraft copyOf(PackId pack, PackId id) {
        PriceBook book = service.service().wiring().packs.open(pack);
        return new PackDraft("ECB_CLOSE", new PriceBook(id, book.prices(), book.quotes()));
    }

    private static double blocks() {
        String line = "freshness_gate_blocks_total{pack_id=\"" + tonight + "\"} ";
        return service.get("/metrics")
                .body()
                .lines()
                .filter(each -> each.startsWith(line))
                .mapToDouble(each -> Double.parseDouble(each.substring(line.length())))
                .sum();
    }

    @Test
    @Order(1)
    void aWarmingPackIsRefusedWithTheTimeToComeBack() {
        // the pack before it is remembered as the newest for a second
        HttpResponse<String> reply =
                await().until(() -> service.post("/execute", OVERVIEW), answer -> answer.statusCode() != 200);
        JsonNode problem = problem(reply, 503, "PACK_WARMING");
        assertThat(problem.path("pack_id").asText()).isEqualTo(tonight.toString());
        assertThat(problem.path("retry_after").asInt()).isEqualTo(17);
        assertThat(problem.path("pattern_id").asText()).isEqualTo("portfolio_overview");
        assertThat(reply.headers().firstValue("Retry-After")).contains("17");
        assertThat(reply.headers().firstValue("X-Pack-ID")).contains(tonight.toString());
    }

    @Test
    @Order(2)
    void eachRefusalIsCountedUnderItsPack() {
        double before = blocks();
        assertThat(before).isPositive();
        problem(service.post("/v1/execute", OVERVIEW), 503, "PACK_WARMING");
        assertThat(blocks()).isEqualTo(before + 1);
        assertThat(service.get("/metrics").body())
                .contains("executor_requests_total{pattern_id=\"portfolio_overview\",status=\"blocked\"}");
    }

    @Test
    @Order(3)
    void healthSaysThatThePackIsWarming() {
        JsonNode health = ok(service.get("/health/pack"));
        assertThat(health.path("status").asText()).isEqualTo("warming");
        assertThat(health.path("is_fresh").asBoolean()).isFalse();
        assertThat(health.path("pack_id").asText()).isEqualTo(tonight.toString());
    }

    @Test
    @Order(4)
    void whoDoesNotNeedAFreshOneIsAnsweredAndToldSo() {
        HttpResponse<String> reply = service.post("/execute", "{\"pattern_id\":\"hello\",\"require_fresh\":false}");
        assertThat(ok(reply).path("trace").path("pricing_pack_id").asText()).isEqualTo(tonight.toString());
        assertThat(reply.headers().firstValue("X-Pricing-Pack-Stale")).contains("true");
    }

    @Test
    @Order(5)
    void aDayBeforeItIsAnsweredAsEver() {
        HttpResponse<String> reply = service.post(
                "/execute",
                "{\"pattern_id\":\"portfolio_overview\",\"asof\":\""
                        + tonight.date().minusDays(1) + "\"}");
        ok(reply);
        assertThat(reply.headers().firstValue("X-Pricing-Pack-Stale")).isEmpty();
    }

    @Test
    @Order(6)
    void theRetrySucceedsAsSoonAsItIsFresh() {
        packs().markFresh(List.of(tonight));
        HttpResponse<String> reply = service.post("/execute", OVERVIEW);
        assertThat(ok(reply).path("trace").path("pricing_pack_id").asText()).isEqualTo(tonight.toString());
        assertThat(reply.headers().firstValue("X-Pricing-Pack-Stale")).isEmpty();
    }

    @Test
    @Order(7)
    void aFreshPackIsAnsweredAndNotCountedAsRefused() {
        double before = blocks();
        ok(service.post("/v1/execute", OVERVIEW));
        assertThat(blocks()).isEqualTo(before);
    }

    @Test
    @Order(8)
    void insteadOfAFailedPackTheNewestFreshOneBeforeItIsAnsweredFrom() {
        PackId failing = packAfter(tonight);
        packs().save(List.of(copyOf(tonight, failing)));
        packs().markFailed(failing, "CHF/CAD is missing");
        HttpResponse<String> reply = await().until(
                        () -> service.post("/execute", OVERVIEW),
                        answer -> answer.headers()
                                .firstValue("X-Pricing-Pack-Stale")
                                .isPresent());
        JsonNode answer = ok(reply);
        assertThat(answer.path("trace").path("pricing_pack_id").asText()).isEqualTo(tonight.toString());
        assertThat(answer.path("warnings").toString())
                .contains("Pricing pack " + failing + " failed (CHF/CAD is missing)")
                .contains(tonight.toString());
        assertThat(ok(service.get("/health/pack")).path("error_message").asText())
                .isEqualTo("CHF/CAD is missing");
    }

    @Test
    @Order(9)
    void whoNamesTheFailedPackIsRefusedWithItsReason() {
        String failing = packAfter(tonight).toString();
        JsonNode problem = problem(
                service.post("/execute", "{\"pattern_id\":\"hello\",\"pack_id\":\"" + failing + "\"}"),
                503,
                "PACK_WARMING");
        assertThat(problem.path("detail").asText()).contains(failing).contains("CHF/CAD is missing");
    }
}
