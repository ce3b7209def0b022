package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.problem;
import static io.dawsos.Replies.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.pricing.FxQuote;
import io.dawsos.pricing.PackDraft;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackStore;
import io.dawsos.pricing.PriceBook;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last demo day is told anew twice, from a file that contradicts the shipped close of AAPL, and then fails. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackServingIT {

    private static final PackId FIRST = new PackId(LocalDate.of(2023, 12, 29), 1);
    private static final PackId SECOND = new PackId(FIRST.date(), 2);
    private static final PackId THIRD = new PackId(FIRST.date(), 3);

    @TempDir
    private static Path market;

    private static TestingService service;
    private static String original;

    @BeforeAll
    static void start() {
        service = TestingService.start(Map.of("MARKET_PATH", market.toString()), Clock.systemUTC());
        original = overview("").body();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static PackStore store() {
        return service.service().wiring().database.packStore();
    }

    private static void markFresh(PackId pack) {
        store().markFresh(List.of(pack));
        service.service().wiring().opener.forgetPacks();
    }

    private static HttpResponse<String> overview(String members) {
        return service.post("/execute", "{\"pattern_id\":\"portfolio_overview\"" + members + "}");
    }

    private static HttpResponse<String> from(PackId pack) {
        return overview(",\"pack_id\":\"" + pack + "\"");
    }

    private static HttpResponse<String> restate(PackId pack, String body) {
        return service.post("/v1/packs/" + pack + "/restatement", body);
    }

    /** Data, charts and panels, to the byte. */
    private static String figures(String body) {
        return body.substring(0, body.lastIndexOf(",\"warnings\":[", body.indexOf(",\"trace\":{")));
    }

    private static JsonNode position(JsonNode answer, String symbol) {
        for (JsonNode position : answer.path("data").path("valued_positions").path("positions")) {
            if (position.path("symbol").asText().equals(symbol)) {
                return position;
            }
        }
        throw new AssertionError("No position in " + symbol);
    }

    @Test
    @Order(1)
    void packsAreListedPageByPage() {
        JsonNode page = ok(service.get("/v1/packs?limit=2"));
        assertThat(texts(page.path("packs"), "id")).containsExactly("20231229_v1", "20231228_v1");
        assertThat(page.path("next").asText()).isEqualTo("20231228_v1");
        assertThat(texts(ok(service.get("/v1/packs?limit=1&before=20231228_v1")).path("packs"), "id"))
                .containsExactly("20231227_v1");
    }

    @Test
    @Order(2)
    void onePackTellsItsContentInNumbers() {
        JsonNode pack = ok(service.get("/v1/packs/20230704_v1"));
        assertThat(pack.path("status").asText()).isEqualTo("fresh");
        assertThat(pack.path("hash").asText()).matches("[0-9a-f]{64}");
        assertThat(texts(pack.path("providers"))).containsExactly("Demo", "ECB");
        assertThat(pack.path("prices").asInt()).isEqualTo(14);
        assertThat(pack.path("rates").asInt()).isEqualTo(4);
        assertThat(pack.path("carried").asInt()).isPositive();
        assertThat(pack.path("missing")).isEmpty();
        assertThat(texts(pack.path("chain"))).containsExactly("20230704_v1");
        assertThat(ok(service.get("/v1/packs/20230704_v1/quarantine")).path("rows"))
                .isEmpty();
    }

    @Test
    @Order(3)
    void theLatestPackIsTheOneThatADayIsAnsweredFrom() {
        assertThat(ok(service.get("/v1/pricing/latest")).path("id").asText()).isEqualTo("20231229_v1");
        assertThat(ok(service.get("/v1/pricing/latest?date=2023-12-25"))
                        .path("id")
                        .asText())
                .isEqualTo("20231222_v1");
        problem(service.get("/v1/pricing/latest?date=2024-03-01"), 404, "PACK_NOT_FOUND");
    }

    @ParameterizedTest
    @Order(4)
    @CsvSource({
        "/v1/packs?limit=0, 422",
        "/v1/packs?limit=501, 422",
        "/v1/packs?limit=many, 422",
        "/v1/packs?date=2023-13-01, 422",
        "/v1/packs?before=yesterday, 422",
        "/v1/packs?colour=red, 422",
        "/v1/packs?limit=1&limit=2, 422",
        "/v1/pricing/latest?date=, 422",
        "/v1/packs/20231229_v9, 404",
        "/v1/packs/nonsense, 404",
        "/v1/packs/nonsense/quarantine, 404"
    })
    void whatIsWrongWithARequestIsTold(String path, int status) {
        problem(service.get(path), status, status == 404 ? "PACK_NOT_FOUND" : "VALIDATION_FAILED");
    }

    @Test
    @Order(5)
    void anAnswerCanBeAskedForFromExactlyItsPack() {
        String body = from(FIRST).body();
        assertThat(figures(body)).isEqualTo(figures(original));
        assertThat(ok(overview(",\"pack_id\":\"20231228_v1\""))
                        .path("trace")
                        .path("pricing_pack_id")
                        .asText())
                .isEqualTo("20231228_v1");
        problem(overview(",\"pack_id\":\"20231229_v9\""), 404, "PACK_NOT_FOUND");
        problem(overview(",\"pack_id\":\"latest\""), 422, "VALIDATION_FAILED");
        problem(overview(",\"pack_id\":20231229"), 422, "VALIDATION_FAILED");
        problem(overview(",\"pack_id\":\"20231229_v1\",\"asof\":\"2023-12-28\""), 422, "VALIDATION_FAILED");
        problem(overview(",\"pack_id\":\"20231229_v1\",\"asof\":\"2024-01-06\""), 422, "VALIDATION_FAILED");
        ok(overview(",\"pack_id\":\"20231229_v1\",\"asof\":\"2024-01-05\""));
    }

    @Test
    @Order(6)
    void aRestatementIsRefusedWithoutReasonAndWithoutChange() {
        problem(restate(FIRST, "{}"), 422, "VALIDATION_FAILED");
        problem(restate(FIRST, "{\"reason\":\" \"}"), 422, "VALIDATION_FAILED");
        problem(
                restate(FIRST, "{\"reason\":\"x\",\"dry_run\":\"no\",\"accept\":\"all\",\"more\":1}"),
                422,
                "VALIDATION_FAILED");
        problem(restate(FIRST, "[]"), 400, "INVALID_JSON");
        problem(restate(FIRST, "{\"reason\":\"x\"}"), 409, "RESTATEMENT_REFUSED");
        problem(restate(THIRD, "{\"reason\":\"x\"}"), 404, "PACK_NOT_FOUND");
    }

    @Test
    @Order(7)
    void aDryRunTellsWhatChangesAndStoresNothing() throws IOException {
        Files.writeString(market.resolve("Desk.closes.csv"), "date,symbol,close,currency\n2023-12-29,AAPL,190,USD\n");

        JsonNode plan = ok(restate(FIRST, "{\"reason\":\"the desk doubts AAPL\"}"));

        assertThat(plan.path("applied").asBoolean()).isFalse();
        assertThat(plan.path("current").asText()).isEqualTo("20231229_v2");
        assertThat(plan.path("changes")).hasSize(1);
        JsonNode change = plan.path("changes").get(0);
        assertThat(change.path("key").asText()).isEqualTo("AAPL");
        assertThat(change.path("before").path("value").decimalValue()).isEqualByComparingTo("192.53");
        assertThat(change.path("after").path("value").decimalValue()).isEqualByComparingTo("193.58");
        assertThat(change.path("after").path("date").asText()).isEqualTo("2023-12-28");
        assertThat(texts(plan.path("quarantined"), "reason")).containsExactly("contradicted", "contradicted");
        assertThat(texts(plan.path("quarantined"), "file")).containsExactly("closes.csv", "Desk.closes.csv");
        assertThat(plan.path("portfolios")).hasSize(1);
        assertThat(plan.path("portfolios").get(0).path("value_before").decimalValue())
                .isEqualByComparingTo("631826.63");
        assertThat(plan.path("dependents").path("execution").asInt()).isPositive();
        assertThat(plan.path("dependents").path("portfolio_daily_values").asInt())
                .isEqualTo(1);
        assertThat(ok(service.get("/v1/packs?date=2023-12-29")).path("packs")).hasSize(1);
    }

    @Test
    @Order(8)
    void anAppliedOneWaitsForTheNightAndTheOldPackAnswersWithABanner() {
        ok(restate(FIRST, "{\"reason\":\"the desk doubts AAPL\",\"dry_run\":false}"));

        problem(overview(""), 503, "PACK_WARMING");
        HttpResponse<String> old = from(FIRST);
        assertThat(figures(old.body())).isEqualTo(figures(original));
        assertThat(ok(old).path("warnings").toString())
                .contains("restatement 20231229_v2 (the desk doubts AAPL)")
                .contains("superseded");
        JsonNode chain = ok(service.get("/v1/packs?date=2023-12-29")).path("packs");
        assertThat(texts(chain, "id")).containsExactly("20231229_v1", "20231229_v2");
        assertThat(chain.get(0).path("restatement_reason").asText()).isEqualTo("the desk doubts AAPL");
        assertThat(chain.get(0).path("is_fresh").asBoolean()).isFalse();
    }

    @Test
    @Order(9)
    void aQuarantinedRowIsAcceptedByTheNextOne() {
        markFresh(SECOND);
        assertThat(position(ok(overview("")), "AAPL").path("price").decimalValue())
                .isEqualByComparingTo("193.58");
        JsonNode rows = ok(service.get("/v1/packs/20231229_v2/quarantine")).path("rows");
        assertThat(texts(rows, "row")).containsExactly("AAPL 2023-12-29 192.53 USD", "AAPL 2023-12-29 190 USD");
        long id = rows.get(1).path("id").asLong();

        ok(restate(SECOND, "{\"reason\":\"the desk is right\",\"dry_run\":false,\"accept\":[" + id + "]}"));
        problem(restate(FIRST, "{\"reason\":\"again\"}"), 409, "RESTATEMENT_REFUSED");
        markFresh(THIRD);

        JsonNode answer = ok(overview(""));
        assertThat(position(answer, "AAPL").path("price").decimalValue()).isEqualByComparingTo("190");
        assertThat(texts(answer.path("trace").path("providers"))).contains("Desk");
        HttpResponse<String> old = from(FIRST);
        assertThat(figures(old.body())).isEqualTo(figures(original));
        assertThat(ok(old).path("warnings").toString()).contains("20231229_v3");
    }

    @Test
    @Order(10)
    void withoutAnExchangeRateTheFigureIsNullAndNamedAndTheOverviewAnswers() {
        PackId next = new PackId(FIRST.date().plusDays(1), 1);
        PriceBook book = service.service().wiring().packs.open(THIRD);
        List<FxQuote> quotes = book.quotes().stream()
                .filter(quote -> !quote.quote().getCurrencyCode().equals("CHF"))
                .toList();
        store().save(List.of(new PackDraft("ECB_CLOSE", new PriceBook(next, book.prices(), quotes))));
        markFresh(next);

        JsonNode answer = ok(overview(""));

        assertThat(answer.path("trace").path("pricing_pack_id").asText()).isEqualTo(next.toString());
        assertThat(position(answer, "NESN.SW").path("market_value").isNull()).isTrue();
        assertThat(position(answer, "AAPL").path("market_value").isNull()).isFalse();
        assertThat(answer.path("warnings").toString()).contains("has no rate CHF/CAD");
    }
}
