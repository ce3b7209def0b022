package io.dawsos;

import static io.dawsos.Replies.json;
import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.pointers;
import static io.dawsos.Replies.problem;
import static io.dawsos.Replies.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dawsos.ledger.DemoLedger;
import io.dawsos.ledger.Journals;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.nightly.DemoSeed;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.explain.Explanations;
import io.dawsos.portfolio.explain.LedgerFacts;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PriceBook;
import io.dawsos.store.Database;
import io.dawsos.testing.Golden;
import io.dawsos.testing.TestingExplanations;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Explanations of the demo, from the database and over HTTP. */
class ExplainIT {

    private final TestingService service = TestingService.shared();

    private static BigDecimal decimal(JsonNode node, String path) {
        return node.at(path).decimalValue();
    }

    @Nested
    class APattern {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "holding_deep_dive | \"asof\":\"2023-06-30\",\"inputs\":{\"symbol\":\"NVDA\",\"lookback_days\":40}",
                    "corporate_actions_upcoming | \"asof\":\"2023-11-24\",\"inputs\":{\"days_ahead\":45}",
                    "portfolio_tax_report | \"inputs\":{\"tax_year\":2023}",
                    "portfolio_value_change | \"inputs\":{\"from\":\"2022-12-30\",\"to\":\"2023-12-29\"}",
                    "portfolio_income | \"inputs\":{\"from\":\"2023-07-01\"}"
                })
        void answersWithTheGoldenData(String pattern, String members) throws Exception {
            JsonNode answer = ok(service.post("/execute", "{\"pattern_id\":\"" + pattern + "\"," + members + "}"));
            assertThat(texts(answer.path("panels"), "status")).containsOnly("ok");
            JsonMapper pretty = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            Golden.file("answers/" + pattern + ".json")
                    .matches(pretty.writeValueAsString(json(answer.path("data").toString())) + "\n");
        }

        @Test
        void aboutAPositionThatIsNotHeldSaysWhatIs() {
            JsonNode problem = problem(
                    service.post("/execute", "{\"pattern_id\":\"holding_deep_dive\",\"inputs\":{\"symbol\":\"KO\"}}"),
                    422,
                    "VALIDATION_FAILED");
            assertThat(problem.path("detail").asText()).contains("'KO' is not held on 2023-12-29; held are AAPL");
        }
    }

    @Nested
    class TheDatabase {

        private final Database database = service.service().wiring().database;
        private final Explanations explanations = database.explanations();
        private final String commit = database.ledgerSnapshots()
                .current(DemoSeed.USER, DemoSeed.PORTFOLIO.id())
                .orElseThrow();
        private final PackId pack = PackId.parse("20231229_v1");
        private final PortfolioScope scope =
                new PortfolioScope(DemoSeed.USER, DemoSeed.PORTFOLIO.id(), Currency.getInstance("CAD"), commit, pack);
        private final LocalDate from = LocalDate.of(2023, 11, 20);
        private final LocalDate to = LocalDate.of(2023, 12, 15);

        @Test
        void givesTheFactsOfTheJournalBackAsTheyWereBooked() {
            LedgerBook book =
                    Journals.read(path -> Optional.ofNullable(DemoLedger.files().get(path)), DemoLedger.MAIN, commit);
            assertThat(explanations.ledger().read(scope, LedgerFacts.BEGINNING, pack.date(), Optional.empty()))
                    .isEqualTo(TestingExplanations.facts(book));
            assertThat(explanations.ledger().read(scope, from, to, Optional.of("NVDA")))
                    .isEqualTo(TestingExplanations.facts(book, from, to, Optional.of("NVDA")));
        }

        @Test
        void knowsNothingThatComesAfterThePackOfTheScope() {
            PortfolioScope earlier = new PortfolioScope(
                    scope.userId(), scope.portfolioId(), scope.base(), commit, PackId.parse("20231201_v1"));
            assertThat(explanations
                            .ledger()
                            .read(earlier, from, to, Optional.empty())
                            .transactions())
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(entry.date()).isBeforeOrEqualTo(LocalDate.of(2023, 12, 1)));
            assertThat(explanations.prices().between(earlier, new TreeSet<>(), from, to))
                    .last()
                    .satisfies(book -> assertThat(book.date()).isEqualTo(LocalDate.of(2023, 12, 1)));
        }

        @Test
        void givesThePacksOfTheDaysBackForTheSecuritiesAskedFor() {
            List<PriceBook> books =
                    explanations.prices().between(scope, new TreeSet<>(List.of("AAPL", "RY.TO")), from, to);
            assertThat(books)
                    .extracting(PriceBook::pack)
                    .isEqualTo(database.pricingPacks().between(from, to));
            for (PriceBook book : books) {
                PriceBook whole = database.pricingPacks().open(book.pack());
                assertThat(book.prices())
                        .containsExactly(
                                whole.price("AAPL").orElseThrow(),
                                whole.price("RY.TO").orElseThrow());
                assertThat(book.quotes()).isEqualTo(whole.quotes());
            }
            assertThat(explanations.prices().last(scope, new TreeSet<>(List.of("AAPL")), 3))
                    .extracting(PriceBook::date)
                    .containsExactly(
                            LocalDate.of(2023, 12, 27), LocalDate.of(2023, 12, 28), LocalDate.of(2023, 12, 29));
        }
    }

    @Nested
    class TheDifferenceOfTwoPacks {

        private HttpResponse<String> diff(String query) {
            return service.get("/v1/packs/diff" + query);
        }

        @Test
        void addsUpToTheCent() {
            HttpResponse<String> reply = diff("?from=20231130_v1&to=20231229_v1");
            JsonNode answer = ok(reply);
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode row : answer.path("holdings")) {
                BigDecimal total = BigDecimal.ZERO;
                for (String effect : List.of("restatement", "price", "fx", "income", "quantity")) {
                    total = total.add(decimal(row, "/effects/" + effect));
                }
                assertThat(total).isEqualByComparingTo(decimal(row, "/effects/total"));
                sum = sum.add(total);
            }
            assertThat(answer.path("holdings")).hasSizeGreaterThan(12);
            assertThat(sum)
                    .isEqualByComparingTo(decimal(answer, "/difference"))
                    .isEqualByComparingTo(decimal(answer, "/totals/total"))
                    .isEqualByComparingTo(decimal(answer, "/value_to").subtract(decimal(answer, "/value_from")));
            assertThat(reply.headers().firstValue("X-Pack-ID")).contains("20231229_v1");
            assertThat(diff("?to=20231229_v1&from=20231130_v1").body())
                    .as("the same bytes")
                    .isEqualTo(reply.body());
        }

        @Test
        void isBetweenTheValuesOfTheOverview() {
            JsonNode answer = ok(diff("?from=20231130_v1&to=20231229_v1"));
            for (String[] end : new String[][] {{"2023-11-30", "/value_from"}, {"2023-12-29", "/value_to"}}) {
                JsonNode overview = ok(service.post(
                        "/execute",
                        "{\"pattern_id\":\"portfolio_overview\",\"asof\":\"" + end[0] + "\",\"inputs\":{}}"));
                assertThat(decimal(answer, end[1]))
                        .isEqualByComparingTo(decimal(overview, "/data/valued_positions/total_value"));
            }
        }

        @Test
        void ofOnePackWithItselfIsNothing() {
            JsonNode answer = ok(diff("?from=20231229_v1&to=20231229_v1&portfolio_id=" + DemoSeed.PORTFOLIO.id()));
            assertThat(decimal(answer, "/difference")).isEqualByComparingTo("0");
        }

        @Test
        void takesNoHeaderForAParameter() {
            HttpResponse<String> reply = service.send(service.request("/v1/packs/diff?to=20231229_v1")
                    .header("From", "20231130_v1")
                    .build());
            assertThat(pointers(problem(reply, 422, "VALIDATION_FAILED"))).containsExactly("/from");
        }

        @Test
        void ofWrongParametersTellsAllFaults() {
            JsonNode problem = problem(
                    diff("?to=yesterday&portfolio_id=mine&since=%3Cb%3E&to=20231229_v1"), 422, "VALIDATION_FAILED");
            assertThat(pointers(problem)).containsExactly("/since", "/to", "/from", "/to", "/portfolio_id");
        }

        @ParameterizedTest
        @CsvSource({
            "?from=20231229_v1&to=20231130_v1, 422, VALIDATION_FAILED",
            "?from=20231130_v1&to=20231229_v9, 404, PACK_NOT_FOUND",
            "?from=20231126_v1&to=20231229_v1, 404, PACK_NOT_FOUND",
            "?from=20231130_v1&to=20231229_v1&portfolio_id=99999999-9999-9999-9999-999999999999, 404, PORTFOLIO_NOT_FOUND"
        })
        void thatCannotBeToldIsRefused(String query, int status, String error) {
            problem(diff(query), status, error);
        }

        @Test
        void ofAForeignPortfolioLooksLikeThatOfAnUnknownOne() {
            UUID foreign = Foreigner.portfolioIn(service);
            problem(diff("?from=20231130_v1&to=20231229_v1&portfolio_id=" + foreign), 404, "PORTFOLIO_NOT_FOUND");
        }
    }
}
