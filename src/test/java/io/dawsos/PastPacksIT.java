package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.ledger.DemoLedger;
import io.dawsos.ledger.Journals;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerRepository;
import io.dawsos.nightly.DemoSeed;
import io.dawsos.nightly.HistoryBuilder;
import io.dawsos.nightly.HistoryJob;
import io.dawsos.nightly.JobReport;
import io.dawsos.nightly.LedgerJob;
import io.dawsos.portfolio.AttributionWindow;
import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.PortfolioHistory.HoldingsAndPrices;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.pricing.PackDraft;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.Price;
import io.dawsos.pricing.PriceBook;
import io.dawsos.store.Database;
import io.dawsos.testing.Golden;
import io.dawsos.testing.TestingRows;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was answered from a pack is answered again, byte for byte, after a restatement, a later night and a new journal. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PastPacksIT {

    private static final LocalDate RESTATED = LocalDate.of(2022, 6, 8);
    private static final LocalDate LATER = LocalDate.of(2024, 1, 2);
    private static final List<String> DAYS =
            List.of("2021-06-30", "2022-06-07", "2022-06-09", "2023-03-15", "2023-12-29");
    private static final PackId OLD = new PackId(RESTATED, 1);
    private static final PackId CURRENT = new PackId(RESTATED, 2);

    @TempDir
    private static Path folder;

    private static TestingService service;
    private static Database database;
    private static LedgerBook book;
    private static HistoryJob histories;
    private static LedgerJob ledgers;
    private static SortedMap<String, String> answersBefore;
    private static ByScope scopesBefore;

    /** What a scope reads of the pack that is restated, which no day names any more. */
    private record ByScope(HoldingsAndPrices holdings, List<DailyValue> values, AttributionWindow attribution) {
        @Override
        public String toString() {
            return holdings.holdings() + " " + holdings.prices().prices() + " " + values + " " + attribution;
        }
    }

    @BeforeAll
    static void answerThenRestateThenRunALaterNightThenImport() {
        service = TestingService.start(Map.of(), Clock.systemUTC());
        database = service.service().wiring().database;
        try (LedgerRepository ledger = DemoLedger.initialise(folder)) {
            book = Journals.read(ledger.at(ledger.head()), DemoLedger.MAIN, ledger.head());
        }
        HistoryBuilder builder = new HistoryBuilder(database.packBooks(), database.portfolioHistoryStore());
        histories = new HistoryJob(database.portfolios(), builder);
        ledgers = new LedgerJob(database.ledgerSnapshots(), database.portfolioHistoryStore(), builder);
        answersBefore = answers();
        scopesBefore = byScope();

        PriceBook old = database.pricingPacks().open(OLD);
        database.packStore()
                .restate(TestingRows.restatement(
                        OLD, new PackDraft("ECB_CLOSE", moved(old, CURRENT, "1.03")), "corrected close"));
        histories.restated(OLD, CURRENT);
        PriceBook last = database.pricingPacks().open(PackId.parse("20231229_v1"));
        database.packStore().save(List.of(new PackDraft("ECB_CLOSE", moved(last, new PackId(LATER, 1), "1.01"))));
        JobReport night = histories.run(LATER);
        assertThat(night.summary()).isEqualTo("Added 1 days to the histories of 1 portfolios");
        assertThat(night.warnings()).isEmpty();
        database.packStore().markFresh(database.packStore().warming());
        ledgers.run(DemoSeed.PORTFOLIO, without("KO"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static PriceBook moved(PriceBook book, PackId id, String factor) {
        List<Price> prices = book.prices().stream()
                .map(price -> new Price(
                        price.symbol(),
                        price.close().multiply(new BigDecimal(factor)),
                        price.currency(),
                        price.date(),
                        price.provider()))
                .toList();
        return new PriceBook(id, prices, book.quotes());
    }

    private static LedgerBook without(String symbol) {
        return new LedgerBook(
                "e".repeat(40),
                book.path(),
                book.base(),
                book.transactions(),
                book.lots().stream().filter(lot -> !lot.symbol().equals(symbol)).toList(),
                book.cash());
    }

    /** The answer's data, charts and panels, and their hash, by question. */
    private static SortedMap<String, String> answers() {
        SortedMap<String, String> answers = new TreeMap<>();
        for (String day : DAYS) {
            for (String inputs : List.of("{}", "{\"from\":\"2021-02-01\"}")) {
                String body = service.post(
                                "/execute",
                                "{\"pattern_id\":\"portfolio_overview\",\"asof\":\"" + day + "\",\"inputs\":" + inputs
                                        + "}")
                        .body();
                assertThat(body).startsWith("{\"data\":").contains("\"twr\":0.");
                answers.put(day + " " + inputs, body.substring(0, body.indexOf(",\"warnings\":")));
            }
        }
        return answers;
    }

    private static PortfolioScope scope(PackId pack) {
        Portfolio portfolio = DemoSeed.PORTFOLIO;
        return new PortfolioScope(portfolio.userId(), portfolio.id(), portfolio.base(), book.commit(), pack);
    }

    private static ByScope byScope() {
        return new ByScope(
                database.portfolioHistory().holdings(scope(OLD)),
                List.copyOf(database.portfolioHistory().lastValues(scope(OLD), 100)),
                database.portfolioHistory().lastAttribution(scope(OLD), 99));
    }

    @Test
    @Order(1)
    void aNewJournalChangesTheAnswersUntilTheOldOneIsTakenAgain() {
        assertThat(answers().get("2023-12-29 {}")).isNotEqualTo(answersBefore.get("2023-12-29 {}"));

        ledgers.run(DemoSeed.PORTFOLIO, book);

        assertThat(answers()).isEqualTo(answersBefore);
    }

    /** Every JDK compares with the same bytes; also those that the first answer after the seeding had. */
    @Test
    @Order(2)
    void theBytesAreThoseOfTheGoldenFile() {
        for (String day : List.of("2022-06-09", "2023-12-29")) {
            Golden golden = Golden.file("answers/past/portfolio_overview-" + day + ".json");
            golden.matches(answersBefore.get(day + " {}") + "}\n");
            golden.matches(answers().get(day + " {}") + "}\n");
        }
    }

    @Test
    @Order(3)
    void theSupersededPackReadsWhatItRead() {
        assertThat(byScope()).hasToString(scopesBefore.toString());
    }

    @Test
    @Order(4)
    void packsMadeAfterwardsSeeTheRestatedDay() {
        PortfolioScope later = scope(new PackId(LATER, 1));
        assertThat(database.portfolioHistory().values(later, RESTATED.minusDays(1), RESTATED.plusDays(1)))
                .extracting(DailyValue::pack)
                .containsExactly(PackId.parse("20220607_v1"), CURRENT, PackId.parse("20220609_v1"));
        double returned = database.portfolioHistory()
                .attribution(later, RESTATED, RESTATED.plusDays(1))
                .endWealth();
        double was = database.portfolioHistory()
                .attribution(scope(PackId.parse("20220609_v1")), RESTATED, RESTATED.plusDays(1))
                .endWealth();
        assertThat(returned).isNotEqualTo(was);
    }

    @Test
    @Order(5)
    void aHistoryComputedInOneGoHasTheSameRowsToTheLastBit() {
        Portfolio twin = new Portfolio(
                UUID.fromString("11111111-1111-1111-1111-222222222222"),
                DemoSeed.USER,
                "Twin",
                book.base(),
                book.path());
        database.portfolios().register(twin);
        ledgers.run(twin, book);

        String values =
                "select d.asof_date, d.vintage, d.pricing_pack_id, d.total_value::text, d.cash_flows::text, d.wealth_index"
                        + " from portfolio_daily_values d join ledger_snapshot s on s.id = d.snapshot_id"
                        + " where s.portfolio_id = '%s' and s.commit_hash = '%s'";
        String holdings =
                "select h.asof_date, h.vintage, h.holding, h.weight, h.local_index, h.fx_index, h.local_sum, h.fx_sum,"
                        + " h.interaction_sum from portfolio_daily_holdings h join ledger_snapshot s on s.id = h.snapshot_id"
                        + " where s.portfolio_id = '%s' and s.commit_hash = '%s'";
        assertThat(rowsOfOneAndNotOfTheOther(values, twin)).isZero();
        assertThat(rowsOfOneAndNotOfTheOther(holdings, twin)).isZero();
        assertThat(count(values.formatted(twin.id(), book.commit()))).isGreaterThan(1_100);
    }

    private static long rowsOfOneAndNotOfTheOther(String rows, Portfolio twin) {
        String one = rows.formatted(DemoSeed.PORTFOLIO.id(), book.commit());
        String other = rows.formatted(twin.id(), book.commit());
        return count("(" + one + " except " + other + ") union all (" + other + " except " + one + ")");
    }

    private static long count(String rows) {
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        Long count = new TransactionTemplate(new JdbcTransactionManager(database.dataSource())).execute(status -> {
            jdbc.query("select set_config('app.user_id', ?, true)", row -> {}, DemoSeed.USER.toString());
            return jdbc.queryForObject("select count(*) from (" + rows + ") rows", Long.class);
        });
        return count == null ? -1 : count;
    }
}
