package io.dawsos;

import static io.dawsos.Replies.json;
import static io.dawsos.Replies.member;
import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.problem;
import static io.dawsos.Replies.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dawsos.testing.Golden;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExecuteIT {

    private static final String OVERVIEW = "{\"pattern_id\":\"portfolio_overview\",\"inputs\":{}}";
    private static final String PORTFOLIO = "11111111-1111-1111-1111-111111111111";

    private final TestingService service = TestingService.shared();

    private HttpResponse<String> execute(String body) {
        return service.post("/execute", body);
    }

    private static String overview(String members) {
        return "{\"pattern_id\":\"portfolio_overview\"," + members + "}";
    }

    @Test
    void runsOnThreadsThatNothingElseHas() {
        ok(execute("{\"pattern_id\":\"hello\"}"));
        // a pool makes its threads when it is given work
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .anyMatch(name -> name.startsWith("executions-"));
    }

    @Nested
    class TheOverviewOfTheDemoPortfolio {

        private final HttpResponse<String> reply = execute(OVERVIEW);
        private final JsonNode answer = ok(reply);

        @Test
        void hasDataChartsPanelsWarningsAndTrace() {
            assertThat(answer.fieldNames())
                    .toIterable()
                    .containsExactly("data", "charts", "panels", "warnings", "trace");
            assertThat(texts(answer.path("panels"), "status")).hasSize(5).containsOnly("ok");
        }

        @Test
        void tracesEverythingThatItWasComputedFrom() {
            JsonNode trace = answer.path("trace");
            assertThat(trace.path("pricing_pack_id").asText()).matches("\\d{8}_v1");
            assertThat(trace.path("ledger_commit_hash").asText()).matches("[0-9a-f]{40}");
            assertThat(texts(trace.path("agents_used"))).containsExactly("financial_analyst");
            assertThat(texts(trace.path("capabilities_used")))
                    .contains("portfolio.get_valued_positions", "metrics.compute_twr", "attribution.currency");
            assertThat(texts(trace.path("sources")))
                    .isSorted()
                    .anyMatch(source -> source.startsWith("ledger:"))
                    .anyMatch(source -> source.startsWith("pricing_pack:"));
            assertThat(trace.path("per_panel_staleness")).isNotEmpty();
            assertThat(texts(trace.path("steps"), "status")).hasSize(6).containsOnly("ok");
            assertThat(trace.path("pattern_version").asText()).matches("[0-9a-f]{64}");
            assertThat(trace.path("engine_version").asText()).isEqualTo(Version.current());
            assertThat(trace.path("portfolio_id").asText()).isEqualTo(PORTFOLIO);
        }

        @Test
        void isHashedOverItsCanonicalJson() throws Exception {
            JsonMapper canonical = JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();
            Map<String, Object> result = canonical.readValue(reply.body(), new TypeReference<>() {});
            result.keySet().retainAll(List.of("data", "charts", "panels"));
            byte[] text = canonical.writeValueAsString(result).getBytes(StandardCharsets.UTF_8);
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(text)))
                    .isEqualTo(answer.path("trace").path("result_hash").asText());
        }

        @Test
        void isTheSameToTheByteWhenAskedAgain() {
            HttpResponse<String> again = service.post("/v1/execute", OVERVIEW);
            assertThat(member(again.body(), "data", "warnings")).isEqualTo(member(reply.body(), "data", "warnings"));
            assertThat(ok(again).path("trace").path("result_hash"))
                    .isEqualTo(answer.path("trace").path("result_hash"));
            assertThat(ok(again).path("trace").path("request_id"))
                    .isNotEqualTo(answer.path("trace").path("request_id"));
        }

        @Test
        void isTheGoldenAnswer() throws Exception {
            JsonMapper pretty = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            ObjectNode result = pretty.createObjectNode();
            for (String part : new String[] {"data", "charts", "panels"}) {
                result.set(part, answer.path(part));
            }
            Golden.file("answers/portfolio_overview.json")
                    .matches(pretty.writeValueAsString(withoutCommit(result)) + "\n");
        }

        /** The demo ledger is committed anew in each data folder, at the time of the test. */
        private JsonNode withoutCommit(JsonNode result) {
            String commit = answer.path("trace").path("ledger_commit_hash").asText();
            return json(result.toString().replace(commit.substring(0, 8), "<commit>"));
        }

        @Test
        void isKeptToTheByte() {
            String id = answer.path("trace").path("request_id").asText();
            HttpResponse<String> kept = service.get("/v1/executions/" + id);
            assertThat(kept.body()).isEqualTo(reply.body());
            assertThat(kept.headers().firstValue("X-Pack-ID"))
                    .contains(answer.path("trace").path("pricing_pack_id").asText());
        }
    }

    @Nested
    class ADayInThePast {

        @Test
        void isAnsweredFromTheNewestPackAtOrBeforeIt() {
            JsonNode answer = ok(execute(overview("\"asof\":\"2023-07-02\"")));
            JsonNode trace = answer.path("trace");
            assertThat(trace.path("pricing_pack_id").asText()).isEqualTo("20230630_v1");
            assertThat(trace.path("pack_date").asText()).isEqualTo("2023-06-30");
            assertThat(trace.path("asof").asText()).isEqualTo("2023-07-02");
            assertThat(trace.path("pack_age_days").asInt()).isEqualTo(2);
            assertThat(texts(answer.path("panels"), "asof")).containsOnly("2023-06-30");
            assertThat(texts(answer.path("panels"), "age_days")).containsOnly("2");
        }

        @Test
        void beforeAllPacksIsRefusedWithTheNearest() {
            JsonNode problem = problem(execute(overview("\"asof\":\"2019-01-01\"")), 404, "PACK_NOT_FOUND");
            assertThat(problem.path("nearest_pack_id").asText()).matches("\\d{8}_v1");
            assertThat(problem.path("detail").asText())
                    .contains("2019-01-01")
                    .contains(problem.path("nearest_pack_id").asText());
        }

        @Test
        void longAfterAllPacksIsRefusedWithTheNearest() {
            String newest = ok(service.get("/health/pack")).path("pack_id").asText();
            JsonNode problem = problem(execute(overview("\"asof\":\"2099-01-01\"")), 404, "PACK_NOT_FOUND");
            assertThat(problem.path("nearest_pack_id").asText()).isEqualTo(newest);
        }
    }

    @Nested
    class APortfolio {

        @Test
        void canBeNamedInTheRequestOrInTheInputs() {
            String byRequest =
                    execute(overview("\"portfolio_id\":\"" + PORTFOLIO + "\"")).body();
            String byInput = execute(overview("\"inputs\":{\"portfolio_id\":\"" + PORTFOLIO + "\"}"))
                    .body();
            assertThat(json(byInput).path("trace").path("result_hash"))
                    .isEqualTo(json(byRequest).path("trace").path("result_hash"));
        }

        @Test
        void thatIsForeignLooksLikeOneThatIsUnknown() {
            UUID foreign = Foreigner.portfolioIn(service);
            String unknown = "99999999-9999-9999-9999-999999999999";
            String ofForeign = refusal(foreign.toString()).toString().replace(foreign.toString(), "<id>");
            assertThat(ofForeign).isEqualTo(refusal(unknown).toString().replace(unknown, "<id>"));
        }

        private JsonNode refusal(String id) {
            ObjectNode problem = (ObjectNode)
                    problem(execute(overview("\"portfolio_id\":\"" + id + "\"")), 404, "PORTFOLIO_NOT_FOUND");
            return problem.without(List.of("trace_id", "request_id"));
        }
    }

    @Nested
    class AnExecution {

        @Test
        void thatAnAgentRefusesIsToldHowFarItCame() {
            JsonNode problem = problem(
                    execute("{\"pattern_id\":\"hello\",\"inputs\":{\"number\":9223372036854775807}}"),
                    422,
                    "VALIDATION_FAILED");
            assertThat(texts(problem.path("trace").path("steps"), "status")).containsExactly("ok", "failed");
            assertThat(problem.path("pattern_id").asText()).isEqualTo("hello");
            assertThat(problem.path("detail").asText()).contains("does not fit into 64 bits");
        }

        @Test
        void thatNobodyKnowsIsNotFound() {
            problem(service.get("/v1/executions/" + UUID.randomUUID()), 404, "EXECUTION_NOT_FOUND");
            problem(service.get("/v1/executions/latest"), 404, "EXECUTION_NOT_FOUND");
        }

        @Test
        void thatNeededNoDataIsNotKept() {
            JsonNode trace = ok(execute("{\"pattern_id\":\"hello\"}")).path("trace");
            String id = trace.path("request_id").asText();
            assertThat(problem(service.get("/v1/executions/" + id), 404, "EXECUTION_NOT_FOUND")
                            .path("detail")
                            .asText())
                    .contains("only results that were computed from data are kept");
        }
    }
}
