package io.dawsos.nightly;

import static io.dawsos.nightly.DemoSeed.PORTFOLIO;
import static io.dawsos.nightly.DemoSeed.USER;
import static io.dawsos.testing.TestingRows.CAD;
import static io.dawsos.testing.TestingRows.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.ledger.DemoLedger;
import io.dawsos.ledger.LedgerRepository;
import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.Portfolios;
import io.dawsos.pricing.PackHash;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackRule;
import io.dawsos.pricing.PackStatus;
import io.dawsos.pricing.PriceBook;
import io.dawsos.pricing.PricingPack;
import io.dawsos.provider.DemoMarket;
import io.dawsos.store.Database;
import io.dawsos.testing.TestingDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jobs one by one over a quarter of the demo market and the demo ledger: in two steps here, in one go on another database. */
class NightlyIT {

    private static final LocalDate HALFWAY = LocalDate.of(2021, 2, 12);
    private static final LocalDate LAST = LocalDate.of(2021, 3, 31);
    private static final DemoMarket MARKET = DemoMarket.load();
    private static final PackRule RULE = MARKET.rule();
    private static LedgerRepository ledger;
    private static TestingDatabase testing;
    private static Database database;

    @BeforeAll
    static void runTwiceWithMoreOfTheMarket(@TempDir Path folder) {
        ledger = DemoLedger.initialise(folder.resolve("ledger"));
        testing = TestingDatabase.create();
        database = testing.database();
        seed(database);
        run(database, HALFWAY);
        run(database, LAST);
    }

    @AfterAll
    static void drop() {
        testing.close();
        ledger.close();
    }

    private static void seed(Database on) {
        new DemoSeed(on.portfolios(), on.securityStore()).register(MARKET.securities());
    }

    private static void run(Database on, LocalDate night) {
        buildPack(on).run(night);
        importLedger(on).run(night);
        reconcile(on).run(night);
        new MarkPackFreshJob(on.pricingPacks(), on.packStore(), on.reconciliations()).run(night);
    }

    private static BuildPackJob buildPack(Database on) {
        PackJob packJob = new PackJob(MARKET, RULE, on.pricingPacks(), on.packStore());
        return new BuildPackJob(() -> packJob, on.pricingPacks(), MARKET.firstDay());
    }

    private static ImportLedgerJob importLedger(Database on) {
        HistoryBuilder builder = new HistoryBuilder(on.packBooks(), on.portfolioHistoryStore());
        LedgerJob ledgerJob = new LedgerJob(on.ledgerSnapshots(), on.portfolioHistoryStore(), builder);
        return new ImportLedgerJob(new LedgerImport(ledger, on.portfolios(), on.portfolioHistoryStore(), ledgerJob));
    }

    private static ReconcileLedgerJob reconcile(Database on) {
        return new ReconcileLedgerJob(new ReconcileLedgerJob.Parts(
                on.portfolios(),
                on.pricingPacks(),
                on.packStore(),
                on.reconciliations(),
                LedgerReader.of(ledger),
                new NightListener() {},
                Clock.systemUTC()));
    }

    @Nested
    class ThePacks {
        @Test
        void coverEveryDayOfPublicationAndAreFresh() {
            List<PackId> ids = database.pricingPacks().between(MARKET.firstDay(), MARKET.lastDay());

            assertThat(ids).hasSizeGreaterThan(70);
            assertThat(database.pricingPacks().newest())
                    .get()
                    .extracting(PricingPack::id, PricingPack::status)
                    .containsExactly(new PackId(LAST, 1), PackStatus.FRESH);
            assertThat(database.packStore().warming()).isEmpty();
        }

        @Test
        void areTheSameAsIfTheyHadBeenBuiltInOneGo() {
            TestingDatabase other = TestingDatabase.create();
            try (other) {
                seed(other.database());
                JobReport report = buildPack(other.database()).run(LAST);
                String hashes = "select string_agg(hash, ' ' order by id) from pricing_pack";

                assertThat(other.application().queryForObject(hashes, String.class))
                        .isEqualTo(testing.application().queryForObject(hashes, String.class));
                assertThat(report.summary())
                        .startsWith("Built ")
                        .contains(" packs, 20201201_v1 to 20210331_v1, hash ")
                        .endsWith(database.pricingPacks().newest().orElseThrow().hash());
            }
        }

        @Test
        void carryEverySecurityOnAHolidayOfItsExchange() {
            PriceBook presidentsDay = database.pricingPacks().open(new PackId(LocalDate.of(2021, 2, 15), 1));

            assertThat(presidentsDay.prices()).hasSize(14);
            assertThat(presidentsDay.price("AAPL").orElseThrow().date()).isEqualTo("2021-02-12");
            assertThat(presidentsDay.fx(USD, CAD)).isPresent();
        }

        @Test
        void hashToWhatWasStored() {
            PackId id = new PackId(LAST, 1);

            assertThat(PackHash.of("ECB_CLOSE", database.pricingPacks().open(id)))
                    .isEqualTo(database.pricingPacks().find(id).orElseThrow().hash());
        }

        @Test
        void areNotBuiltWhereNothingWasPublished() {
            TestingDatabase other = TestingDatabase.create();
            try (other) {
                seed(other.database());
                LocalDate newYear = LocalDate.of(2021, 1, 1);
                BuildPackJob job = buildPack(other.database());
                assertThat(job.run(newYear.minusDays(1)).warnings()).isEmpty();
                JobReport holiday = job.run(newYear);
                assertThat(holiday.summary()).isEqualTo("20201231_v1 stays the newest pack");
                assertThat(holiday.warnings())
                        .containsExactly("Nothing was published for 2021-01-01: a holiday, or a provider is away");
                assertThat(job.run(LocalDate.of(2021, 1, 2)).warnings())
                        .as("a Saturday")
                        .isEmpty();
            }
        }

        @Test
        void areNotBuiltForADayBeforeThem() {
            assertThat(buildPack(database).run(LocalDate.of(2021, 2, 14)).warnings())
                    .singleElement()
                    .asString()
                    .contains("There is no pack of 2021-02-14, and none is built afterwards");
        }
    }

    @Nested
    class TheHistory {
        @Test
        void reachesFromTheFirstTransactionToTheNewestPack() {
            PortfolioScope scope = new PortfolioScope(USER, PORTFOLIO.id(), CAD, ledger.head(), new PackId(LAST, 1));

            List<DailyValue> values = database.portfolioHistory().values(scope, MARKET.firstDay(), MARKET.lastDay());

            assertThat(values.get(0).date()).isEqualTo("2021-01-04");
            assertThat(values)
                    .hasSize(database.pricingPacks()
                            .between(LocalDate.of(2021, 1, 4), LAST)
                            .size());
        }

        @Test
        void isNotComputedAgainWhenNothingIsNew() {
            Portfolios.Owned owned = new Portfolios.Owned(PORTFOLIO.id(), USER);
            HistoryBuilder builder = new HistoryBuilder(database.packBooks(), database.portfolioHistoryStore());

            assertThat(builder.complete(List.of(owned))).isEqualTo(new HistoryReport(0, List.of()));
        }

        @Test
        void belongsToTheCommitThatThePortfolioIsAnsweredFrom() {
            assertThat(database.portfolios().open(USER, Optional.empty()).get(0).ledgerCommit())
                    .contains(ledger.head());
        }
    }

    @Test
    void anImportOfWhatIsThereChangesNothing() {
        String rows = "select (select count(*) from pricing_pack) || ' ' || (select count(*) from ledger_snapshot)";
        String before = testing.owner().queryForObject(rows, String.class);
        run(database, LAST);
        assertThat(testing.owner().queryForObject(rows, String.class)).isEqualTo(before);
    }

    @Test
    void whatDidNotReconcileIsNotMarkedFresh() {
        TestingDatabase other = TestingDatabase.create();
        try (other) {
            seed(other.database());
            buildPack(other.database()).run(HALFWAY);
            MarkPackFreshJob job = new MarkPackFreshJob(
                    other.database().pricingPacks(),
                    other.database().packStore(),
                    other.database().reconciliations());
            assertThatThrownBy(() -> job.run(HALFWAY))
                    .hasMessage("Pack 20210212_v1 did not reconcile with the ledgers; run reconcile_ledger first");
        }
    }
}
