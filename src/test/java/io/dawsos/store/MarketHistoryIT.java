package io.dawsos.store;

import static io.dawsos.testing.TestingRows.ALICE;
import static io.dawsos.testing.TestingRows.ALICES;
import static io.dawsos.testing.TestingRows.BOB;
import static io.dawsos.testing.TestingRows.CAD;
import static io.dawsos.testing.TestingRows.COMMIT;
import static io.dawsos.testing.TestingRows.MONDAY;
import static io.dawsos.testing.TestingRows.USD;
import static io.dawsos.testing.TestingRows.draft;
import static io.dawsos.testing.TestingRows.pack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.metrics.Benchmarks;
import io.dawsos.metrics.DatedValue;
import io.dawsos.metrics.PortfolioMetrics;
import io.dawsos.metrics.StandardMetrics;
import io.dawsos.nightly.JobReport;
import io.dawsos.nightly.MetricsJob;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.pricing.Indicator;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackIndicators;
import io.dawsos.pricing.PriceBook;
import io.dawsos.pricing.PriceHistory;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingRows;
import io.dawsos.testing.TestingWorld;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the night stores for metrics: figures of packs, prices over time and metrics. */
class MarketHistoryIT {

    private static final PackId TUESDAY = pack(MONDAY.plusDays(1));
    private static TestingDatabase testing;
    private static Database database;
    private static JobReport report;

    @BeforeAll
    static void runTheJobs() {
        testing = TestingDatabase.create();
        database = testing.database();
        TestingWorld.fill(database);
        database.packIndicators().save(List.of(new PackIndicators.Entry(TUESDAY, tenYears(TUESDAY.date(), "3.94"))));
        report = metricsJob().run(TUESDAY.date());
    }

    @AfterAll
    static void drop() {
        testing.close();
    }

    private static Benchmarks benchmarks() {
        return new Benchmarks(database.priceHistory(), database.securities(), database.packIndicators(), "XIU.TO");
    }

    private static MetricsJob metricsJob() {
        return new MetricsJob(
                new MetricsJob.Sources(database.pricingPacks(), database.portfolios(), database.portfolioHistory()),
                benchmarks(),
                database.portfolioMetrics());
    }

    private static Indicator tenYears(LocalDate day, String percent) {
        return new Indicator("DGS10", day, new BigDecimal(percent), "FRED");
    }

    private static PortfolioScope scope(PackId pack) {
        return new PortfolioScope(ALICE, ALICES.id(), CAD, COMMIT, pack);
    }

    @Nested
    class StoredMetrics {

        @Test
        void areThoseThatAnAnswerWouldCompute() {
            List<DatedValue> values =
                    database.portfolioHistory().values(scope(TUESDAY), LocalDate.EPOCH, TUESDAY.date()).stream()
                            .map(DatedValue::of)
                            .toList();
            StandardMetrics computed = StandardMetrics.of(values, benchmarks().yardstick(TUESDAY, CAD));

            assertThat(database.portfolioMetrics().find(scope(TUESDAY)))
                    .as("to the last bit, reasons included")
                    .hasValue(computed);
            assertThat(computed.riskFree().source()).isEqualTo("DGS10 of 2023-12-19 (FRED)");
            assertThat(report.summary()).isEqualTo("Stored the metrics of 2 portfolios for 20231219_v1");
            assertThat(report.warnings()).isEmpty();
        }

        @Test
        void areOfOneCommitAndOnePack() {
            assertThat(database.portfolioMetrics().find(scope(pack(MONDAY)))).isEmpty();
            assertThat(database.portfolioMetrics()
                            .find(new PortfolioScope(ALICE, ALICES.id(), CAD, "b".repeat(40), TUESDAY)))
                    .isEmpty();
        }

        @Test
        void ofSomeoneElseAreNotSeen() {
            assertThat(database.portfolioMetrics().find(new PortfolioScope(BOB, ALICES.id(), CAD, COMMIT, TUESDAY)))
                    .isEmpty();
        }

        @Test
        void cannotBeStoredInSomeoneElsesName() {
            StandardMetrics metrics =
                    database.portfolioMetrics().find(scope(TUESDAY)).orElseThrow();
            PortfolioScope forged = new PortfolioScope(BOB, ALICES.id(), CAD, COMMIT, pack(MONDAY));

            database.portfolioMetrics().save(List.of(new PortfolioMetrics.Entry(forged, metrics)));

            assertThat(database.portfolioMetrics().find(scope(pack(MONDAY)))).isEmpty();
        }

        @Test
        void stayAsTheyAreWhenTheJobRunsAgain() {
            database.packIndicators().save(List.of(new PackIndicators.Entry(TUESDAY, tenYears(MONDAY, "9"))));

            metricsJob().run(TUESDAY.date());

            assertThat(database.packIndicators().find(TUESDAY, "DGS10")).hasValue(tenYears(TUESDAY.date(), "3.94"));
            assertThat(database.portfolioMetrics()
                            .find(scope(TUESDAY))
                            .orElseThrow()
                            .riskFree()
                            .rate())
                    .isEqualTo(0.0394);
        }

        @Test
        void areNotSeenByNobody() {
            assertThat(testing.application().queryForObject("select count(*) from portfolio_metrics", Long.class))
                    .isZero();
        }

        @Test
        void ofANightWithoutAPackAreAFailure() {
            assertThatThrownBy(() -> metricsJob().run(MONDAY.plusDays(20)))
                    .hasMessage("There is no pricing pack of 2024-01-07");
        }

        @Test
        void ofAPortfolioWithoutAValueThatDayAreAWarning() {
            PackId later = pack(MONDAY.plusDays(6));
            database.packStore().save(List.of(draft(later, "190")));

            assertThat(metricsJob().run(later.date()).warnings())
                    .containsExactly(
                            "Portfolio " + ALICES.id() + " has no value on " + later.date(),
                            "Portfolio 11111111-0000-0000-0000-00000000000b has no value on " + later.date());
        }
    }

    @Nested
    class FiguresOfAPack {

        @Test
        void cannotJoinAPackThatLeftWarming() {
            PackId fresh = pack(MONDAY.minusDays(7));
            database.packStore().save(List.of(draft(fresh, "190")));
            database.packStore().markFresh(List.of(fresh));

            assertThatThrownBy(() -> database.packIndicators()
                            .save(List.of(new PackIndicators.Entry(fresh, tenYears(fresh.date(), "4")))))
                    .hasMessageContaining("INSERT into pack_indicators is refused: pack " + fresh
                            + " left warming and its content is sealed");
        }

        @Test
        void cannotComeFromALaterDay() {
            PackId warming = pack(MONDAY.minusDays(8));
            database.packStore().save(List.of(draft(warming, "190")));

            assertThatThrownBy(() -> database.packIndicators()
                            .save(List.of(new PackIndicators.Entry(warming, tenYears(MONDAY, "4")))))
                    .hasMessageContaining("dated " + MONDAY + " cannot join the earlier pack " + warming);
        }
    }

    @Nested
    class PricesOverTime {

        private List<PriceBook> asKnownBy(PackId pack) {
            return database.priceHistory()
                    .books(new PriceHistory.Query(pack, MONDAY.plusDays(10), List.of("AAPL"), List.of(USD, CAD)));
        }

        @Test
        void areThoseThatWereKnownWhenThePackWasMade() {
            LocalDate first = MONDAY.plusDays(10);
            PackId second = pack(first.plusDays(1));
            PackId restated = new PackId(first, 2);
            PackId third = pack(first.plusDays(2));
            database.packStore().save(List.of(draft(pack(first), "100")));
            database.packStore().save(List.of(draft(second, "101")));
            List<PriceBook> before = asKnownBy(second);

            database.packStore()
                    .restate(TestingRows.restatement(pack(first), draft(restated, "50"), "corrected close"));
            database.packStore().save(List.of(draft(third, "102")));

            assertThat(before).extracting(PriceBook::pack).containsExactly(pack(first), second);
            assertThat(asKnownBy(second))
                    .as("the restatement came later")
                    .extracting(PriceBook::prices)
                    .isEqualTo(before.stream().map(PriceBook::prices).toList());
            assertThat(asKnownBy(third)).extracting(PriceBook::pack).containsExactly(restated, second, third);
            assertThat(asKnownBy(third).get(0).price("AAPL").orElseThrow().close())
                    .isEqualByComparingTo("50");
        }

        @Test
        void areNarrowedToWhatIsAskedFor() {
            List<PriceBook> books = database.priceHistory()
                    .books(new PriceHistory.Query(TUESDAY, MONDAY, List.of("XIU.TO"), List.of(CAD)));

            assertThat(books).hasSize(2).allSatisfy(book -> {
                assertThat(book.prices()).extracting(price -> price.symbol()).containsExactly("XIU.TO");
                assertThat(book.quotes()).extracting(quote -> quote.quote()).containsExactly(CAD);
            });
        }
    }
}
