package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.pointers;
import static io.dawsos.Replies.problem;
import static io.dawsos.Replies.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the demo says about symbols and about its own data. */
class SymbolsIT {

    private static final String INDEX = "/v1/symbols/XIU.TO/overrides";
    private static final String ALL_BACK =
            "{\"overrides\":{\"isin\":null,\"yahoo\":null},\"reason\":\"end of a test\"}";

    private final TestingService service = TestingService.shared();

    @Nested
    class ASymbol {

        @Test
        void isShownWithItsIdentifiersAndSpellings() {
            JsonNode apple = ok(service.get("/v1/symbols/AAPL"));
            assertThat(apple.path("state").asText()).isEqualTo("mapped");
            assertThat(apple.at("/values/figi/text").asText()).isEqualTo("BBG000B9XRY4");
            assertThat(apple.at("/values/isin/source").asText()).isEqualTo("Reference");
            assertThat(apple.at("/values/cusip/text").asText()).isEqualTo("037833100");
            assertThat(apple.at("/values/mic/text").asText()).isEqualTo("XNAS");
        }

        @Test
        void isFoundHoweverItIsWritten() {
            JsonNode bank = ok(service.get("/v1/symbols/ry.to"));
            assertThat(bank.path("symbol").asText()).isEqualTo("RY.TO");
            assertThat(bank.path("journal_name").asText()).isEqualTo("RY-TO");
            assertThat(bank.at("/values/polygon").isMissingNode()).isTrue();
        }

        @Test
        void hasTheIdentifierThatIsInForceToday() {
            assertThat(ok(service.get("/v1/symbols/SHEL.L"))
                            .at("/values/isin/text")
                            .asText())
                    .isEqualTo("GB00BP6MXD84");
        }

        @ParameterizedTest
        @ValueSource(strings = {"NONE", "RY-TO", "a%20b", "%27"})
        void thatIsUnknownIsNotFound(String name) {
            problem(service.get("/v1/symbols/" + name), 404, "SYMBOL_NOT_FOUND");
            problem(service.post("/v1/symbols/" + name + "/overrides", ALL_BACK), 404, "SYMBOL_NOT_FOUND");
        }
    }

    @Nested
    class AnOverride {

        @AfterEach
        void takeBack() {
            ok(service.post(INDEX, ALL_BACK));
        }

        @Test
        void goesBeforeAllElseUntilItIsTakenBackAndIsRemembered() {
            JsonNode before = ok(service.get("/v1/symbols/XIU.TO"));
            assertThat(before.at("/values/isin/source").asText()).isEqualTo("Reference");
            JsonNode after = ok(
                    service.post(
                            INDEX,
                            "{\"overrides\":{\"isin\":\"CA46428D1087\",\"yahoo\":\"XIU-T.TO\"},\"reason\":\" as its fact sheet says \"}"));
            assertThat(after.path("state").asText()).isEqualTo("mapped");
            assertThat(after.at("/values/isin/source").asText()).isEqualTo("override");
            assertThat(after.at("/values/yahoo/text").asText()).isEqualTo("XIU-T.TO");
            assertThat(after.at("/overrides/0/reason").asText()).isEqualTo("as its fact sheet says");
            assertThat(after.at("/overrides/0/decided_by").asText()).isEqualTo(DevelopmentUser.ID.toString());
            assertThat(after.at("/overrides/0/decided_at").asText()).isNotEmpty();
            JsonNode back = ok(service.post(INDEX, ALL_BACK));
            assertThat(back.path("values")).isEqualTo(before.path("values"));
            assertThat(back.path("overrides").size()).isGreaterThanOrEqualTo(4);
        }

        @Test
        void thatIsWrongIsRefusedWithAllThatIsWrong() {
            JsonNode problem = problem(
                    service.post(
                            INDEX,
                            "{\"overrides\":{\"isin\":\"CA46428D1088\",\"sedol\":\"1\",\"mic\":7},\"reason\":\"\",\"more\":1}"),
                    422,
                    "VALIDATION_FAILED");
            assertThat(pointers(problem))
                    .containsExactly("/more", "/reason", "/overrides/isin", "/overrides/sedol", "/overrides/mic");
            assertThat(texts(problem.path("violations"), "message").get(2)).contains("right check digit");
            assertThat(pointers(problem(service.post(INDEX, "{\"reason\":\"x\"}"), 422, "VALIDATION_FAILED")))
                    .containsExactly("/overrides");
            problem(service.post(INDEX, "[]"), 400, "INVALID_JSON");
        }
    }

    @Nested
    class TheHealthOfTheData {

        @Test
        void ofTheDemoIsThatItsPackIsOld() {
            JsonNode health = ok(service.get("/v1/health/data"));
            assertThat(texts(health.path("findings"), "code")).containsExactly("PACK_OUTDATED");
            assertThat(texts(health.path("findings"), "subject")).containsExactly("20231229_v1");
            assertThat(texts(health.path("findings"), "remedy")).allMatch(remedy -> remedy.length() > 20);
            assertThat(health.path("status").asText()).isEqualTo("warning");
            assertThat(health.path("counts").toString()).isEqualTo("{\"critical\":0,\"info\":0,\"warning\":1}");
            assertThat(health.path("pack_id").asText()).isEqualTo("20231229_v1");
        }

        @Test
        void isAskedForOnePortfolio() {
            String id =
                    texts(ok(service.get("/v1/health/data")).path("portfolios")).get(0);
            assertThat(ok(service.get("/v1/health/data?portfolio_id=" + id)))
                    .isEqualTo(ok(service.get("/v1/health/data")));
            problem(
                    service.get("/v1/health/data?portfolio_id=99999999-9999-9999-9999-999999999999"),
                    404,
                    "PORTFOLIO_NOT_FOUND");
        }

        @Test
        void takesNoOtherParameterAndNoHeaderForOne() {
            assertThat(pointers(problem(service.get("/v1/health/data?portfolio_id=7"), 422, "VALIDATION_FAILED")))
                    .containsExactly("/portfolio_id");
            assertThat(pointers(problem(
                            service.get("/v1/health/data?portfolio=1&portfolio_id=a&portfolio_id=b&%27=1"),
                            422,
                            "VALIDATION_FAILED")))
                    .containsExactly("/portfolio", "/portfolio_id", "/'", "/portfolio_id");
            ok(service.send(service.request("/v1/health/data")
                    .header("portfolio_id", "99999999-9999-9999-9999-999999999999")
                    .header("CamelHttpQuery", "portfolio_id=99999999-9999-9999-9999-999999999999")
                    .build()));
        }
    }
}
