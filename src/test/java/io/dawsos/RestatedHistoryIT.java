package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day in the middle of the history is restated and its night forced, all over HTTP; then the last day likewise. What was answered from a pack
 * stays to the byte, and packs made afterwards see the restated day in their history.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestatedHistoryIT {

    private static final String DAY = "2023-12-20";
    private static final String LAST_DAY = "2023-12-29";
    private static final String FIRST = "20231220_v1";
    private static final String SECOND = "20231220_v2";
    private static final String LAST = "20231229_v1";
    private static final String LAST_ANEW = "20231229_v2";
    private static final List<String> PAST = List.of("20231219_v1", FIRST, "20231222_v1", LAST);

    @TempDir
    private static Path market;

    private static TestingService service;
    private static SortedMap<String, String> before;

    @BeforeAll
    static void start() {
        service = TestingService.start(Map.of("MARKET_PATH", market.toString()), Clock.systemUTC());
        before = figures();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> overview(String member, String value) {
        return service.post("/execute", "{\"pattern_id\":\"portfolio_overview\",\"" + member + "\":\"" + value + "\"}");
    }

    /** Data, charts and panels of every past pack, to the byte. */
    private static SortedMap<String, String> figures() {
        SortedMap<String, String> figures = new TreeMap<>();
        for (String pack : PAST) {
            String body = overview("pack_id", pack).body();
            figures.put(pack, body.substring(0, body.lastIndexOf(",\"warnings\":[", body.indexOf(",\"trace\":{"))));
        }
        return figures;
    }

    /** A second close of AAPL that day: they contradict each other, and that of the day before is carried forward. */
    private static void doubt(String day) throws IOException {
        Path file = market.resolve("Desk.closes.csv");
        if (!Files.exists(file)) {
            Files.writeString(file, "date,symbol,close,currency\n");
        }
        Files.writeString(file, day + ",AAPL,100,USD\n", StandardOpenOption.APPEND);
    }

    private static JsonNode restate(String pack) {
        return ok(service.post(
                "/v1/packs/" + pack + "/restatement", "{\"reason\":\"the desk doubts AAPL\",\"dry_run\":false}"));
    }

    private static JsonNode forcedNight(String day) {
        HttpResponse<String> accepted = service.post("/v1/nightly/runs", "{\"date\":\"" + day + "\",\"force\":true}");
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        return await().until(
                        () -> ok(service.get("/v1/nightly/runs/" + day)),
                        run -> !run.path("status").asText().equals("running"));
    }

    private static JsonNode answer(String member, String value) {
        return ok(overview(member, value));
    }

    private static String pack(JsonNode answer) {
        return answer.at("/trace/pricing_pack_id").asText();
    }

    private static BigDecimal value(JsonNode answer) {
        return answer.at("/data/valued_positions/total_value").decimalValue();
    }

    /** What the history of an answer says of a day. */
    private static BigDecimal nav(JsonNode answer, String day) {
        JsonNode nav = answer.at("/data/historical_nav");
        for (int i = 0; i < nav.path("dates").size(); i++) {
            if (nav.path("dates").get(i).asText().equals(day)) {
                return nav.path("values").get(i).decimalValue();
            }
        }
        throw new AssertionError("No " + day + " in " + nav);
    }

    @Test
    @Order(1)
    void untilItsNightHasRunTheNewPackIsWarmingAndTheOldOneAnswers() throws IOException {
        doubt(DAY);
        JsonNode plan = restate(FIRST);

        assertThat(plan.path("current").asText()).isEqualTo(SECOND);
        assertThat(plan.path("later_packs").asInt()).isEqualTo(6);
        problem(overview("asof", DAY), 503, "PACK_WARMING");
        JsonNode old = answer("pack_id", FIRST);
        assertThat(old.path("warnings").toString()).contains("restatement " + SECOND);
        assertThat(figures()).isEqualTo(before);
    }

    @Test
    @Order(2)
    void theForcedNightMakesItFreshAndTheDayIsAnsweredFromIt() {
        JsonNode night = forcedNight(DAY);

        assertThat(night.path("status").asText()).as(night.toString()).isIn("ok", "warning");
        JsonNode anew = answer("asof", DAY);
        assertThat(pack(anew)).isEqualTo(SECOND);
        assertThat(value(anew)).isNotEqualByComparingTo(value(answer("pack_id", FIRST)));
        assertThat(nav(anew, DAY)).isEqualByComparingTo(value(anew));
        assertThat(anew.path("warnings").toString()).doesNotContain("superseded");
    }

    @Test
    @Order(3)
    void whatPastPacksOfThatDayAndOfLaterDaysAnswerStaysToTheByte() {
        assertThat(figures()).isEqualTo(before);
        assertThat(pack(answer("asof", LAST_DAY))).isEqualTo(LAST);
        assertThat(nav(answer("asof", LAST_DAY), DAY)).isEqualByComparingTo(value(answer("pack_id", FIRST)));
    }

    @Test
    @Order(4)
    void aLaterPackMadeAfterwardsHasTheRestatedDayInItsHistory() throws IOException {
        doubt(LAST_DAY);
        assertThat(restate(LAST).path("current").asText()).isEqualTo(LAST_ANEW);
        forcedNight(LAST_DAY);

        JsonNode last = answer("asof", LAST_DAY);
        assertThat(pack(last)).isEqualTo(LAST_ANEW);
        assertThat(nav(last, DAY)).isEqualByComparingTo(value(answer("pack_id", SECOND)));
        for (String day : List.of("2023-12-19", "2023-12-21", "2023-12-28")) {
            assertThat(nav(last, day)).as(day).isEqualByComparingTo(nav(answer("pack_id", LAST), day));
        }
        assertThat(figures()).isEqualTo(before);
    }

    @Test
    @Order(5)
    void betweenTheTwoPacksOfTheDayEverythingIsRestatement() {
        JsonNode diff = ok(service.get("/v1/packs/diff?from=" + FIRST + "&to=" + SECOND));
        BigDecimal changed = value(answer("pack_id", SECOND)).subtract(value(answer("pack_id", FIRST)));
        assertThat(diff.at("/totals/restatement").decimalValue())
                .as(diff.toString())
                .isEqualByComparingTo(changed);
        assertThat(changed.signum()).isNotZero();
    }
}
