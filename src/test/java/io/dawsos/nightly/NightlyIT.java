package io.dawsos.nightly;

import static io.dawsos.nightly.DemoSeed.PORTFOLIO;
import static io.dawsos.nightly.DemoSeed.USER;
import static io.dawsos.testing.TestingRows.CAD;
import static io.dawsos.testing.TestingRows.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.ledger.CashPeriod;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.LotPeriod;
import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.Portfolios;
import io.dawsos.portfolio.Security;
import io.dawsos.pricing.MarketData;
import io.dawsos.pricing.PackHash;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackRule;
import io.dawsos.pricing.PackStatus;
import io.dawsos.pricing.PriceBook;
import io.dawsos.pricing.PricingPack;
import io.dawsos.provider.DemoMarket;
import io.dawsos.store.Database;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingRows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The demo market and a book of one lot. */
class NightlyIT {

    private static final LocalDate HALFWAY = LocalDate.of(2022, 6, 30);
    private static final String COMMIT = "d".repeat(40);
    private static final DemoMarket MARKET = DemoMarket.load();
    private static TestingDatabase testing;
    private static Database database;

    @BeforeAll
    static void runTwiceWithMoreOfTheMarket() {
        testing = TestingDatabase.create();
        database = testing.database();
        seed().run(MARKET.securities(), book(COMMIT), MARKET.firstDay(), HALFWAY);
        seed().run(MARKET.securities(), book(COMMIT), MARKET.firstDay(), MARKET.lastDay());
    }

    @AfterAll
    static void drop() {
        testing.close();
    }

    private static DemoSeed seed() {
        PackRule rule = PackRule.ecbClose(
                MARKET.securities().stream().map(Security::symbol).toList(), MARKET.currencies());
        MarketData market = MARKET;
        return new DemoSeed(
                database.portfolios(),
                database.securityStore(),
                new Nightly(
                        new PackJob(market, rule, database.pricingPacks(), database.packStore()),
                        new LedgerJob(
                                database.ledgerSnapshots(),
                                database.portfolioHistoryStore(),
                                new HistoryBuilder(database.packArchive(), database.portfolioHistoryStore())),
                        database.pricingPacks(),
                        database.packStore()));
    }

    private static LedgerBook book(String commit) {
        LocalDate first = LocalDate.of(2021, 1, 4);
        LedgerTransaction deposit = TestingRows.book(commit).transactions().get(0);
        LedgerTransaction opening = new LedgerTransaction(
                deposit.id(),
                0,
                first,
                deposit.kind(),
                deposit.narration(),
                Optional.empty(),
                deposit.quantity(),
                Optional.empty(),
                CAD,
                Optional.empty(),
                deposit.commission(),
                deposit.gross(),
                deposit.withheld(),
                deposit.realizedGain(),
                Optional.empty(),
                Optional.empty(),
                deposit.cash());
        return new LedgerBook(
                commit,
                "main.beancount",
                CAD,
                List.of(opening),
                List.of(new LotPeriod(
                        1,
                        "AAPL",
                        first,
                        first,
                        Optional.empty(),
                        BigDecimal.TEN,
                        new BigDecimal("129.41"),
                        USD,
                        new BigDecimal("1.27"))),
                List.of(new CashPeriod(CAD, first, Optional.empty(), new BigDecimal("500"))));
    }

    @Nested
    class ThePacks {
        @Test
        void coverEveryDayOfPublicationAndAreFresh() {
            List<PackId> ids = database.pricingPacks().between(MARKET.firstDay(), MARKET.lastDay());

            assertThat(ids).hasSizeGreaterThan(790).isSortedAccordingTo(Comparator.comparing(PackId::date));
            assertThat(database.pricingPacks().newest())
                    .get()
                    .extracting(PricingPack::id, PricingPack::status)
                    .containsExactly(new PackId(MARKET.lastDay(), 1), PackStatus.FRESH);
            assertThat(database.packStore().warming()).isEmpty();
        }

        @Test
        void areTheSameAsIfTheyHadBeenBuiltInOneGo() {
            TestingDatabase other = TestingDatabase.create();
            try (other) {
                other.database().securityStore().add(MARKET.securities());
                PackRule rule = PackRule.ecbClose(
                        MARKET.securities().stream().map(Security::symbol).toList(), MARKET.currencies());
                new PackJob(
                                MARKET,
                                rule,
                                other.database().pricingPacks(),
                                other.database().packStore())
                        .run(MARKET.firstDay(), MARKET.lastDay());
                String hashes = "select string_agg(hash, ' ' order by id) from pricing_pack";

                assertThat(other.application().queryForObject(hashes, String.class))
                        .isEqualTo(testing.application().queryForObject(hashes, String.class));
            }
        }

        @Test
        void carryEverySecurityOnAHolidayOfItsExchange() {
            PriceBook independenceDay = database.pricingPacks().open(new PackId(LocalDate.of(2023, 7, 4), 1));

            assertThat(independenceDay.prices()).hasSize(14);
            assertThat(independenceDay.price("AAPL").orElseThrow().date()).isEqualTo("2023-07-03");
            assertThat(independenceDay.price("RY.TO").orElseThrow().date()).isEqualTo("2023-07-04");
            assertThat(independenceDay.fx(USD, CAD)).isPresent();
        }

        @Test
        void hashToWhatWasStored() {
            PackId id = new PackId(LocalDate.of(2023, 7, 4), 1);

            assertThat(PackHash.of("ECB_CLOSE", database.pricingPacks().open(id)))
                    .isEqualTo(database.pricingPacks().find(id).orElseThrow().hash());
        }
    }

    @Nested
    class TheHistory {
        @Test
        void reachesFromTheFirstTransactionToTheNewestPack() {
            PortfolioScope scope =
                    new PortfolioScope(USER, PORTFOLIO.id(), CAD, COMMIT, new PackId(MARKET.lastDay(), 1));

            List<DailyValue> values = database.portfolioHistory().values(scope, MARKET.firstDay(), MARKET.lastDay());

            assertThat(values.get(0).date()).isEqualTo("2021-01-04");
            PriceBook last = database.pricingPacks().open(scope.pack());
            BigDecimal shares = last.price("AAPL").orElseThrow().close().multiply(BigDecimal.TEN);
            BigDecimal dollars = last.fx(USD, CAD).orElseThrow().rate();
            assertThat(values.get(values.size() - 1).value())
                    .isEqualByComparingTo(shares.multiply(dollars).add(new BigDecimal("500")));
            assertThat(values)
                    .hasSize(database.pricingPacks()
                            .between(LocalDate.of(2021, 1, 4), MARKET.lastDay())
                            .size());
        }

        @Test
        void isNotComputedAgainWhenNothingIsNew() {
            Portfolios.Owned owned = new Portfolios.Owned(PORTFOLIO.id(), USER);
            HistoryBuilder builder = new HistoryBuilder(database.packArchive(), database.portfolioHistoryStore());

            assertThat(builder.complete(List.of(owned))).isEqualTo(new HistoryReport(0, List.of()));
        }

        @Test
        void belongsToTheCommitThatThePortfolioIsAnsweredFrom() {
            assertThat(database.portfolios().open(USER, Optional.empty()).get(0).ledgerCommit())
                    .contains(COMMIT);
            assertThat(database.portfolios().owned())
                    .extracting(owned -> owned.userId())
                    .containsExactly(USER);
        }
    }

    @Test
    void aBookInAnotherCurrencyIsRefused() {
        LedgerBook book = book("e".repeat(40));
        LedgerBook dollars =
                new LedgerBook(book.commit(), book.path(), USD, book.transactions(), book.lots(), book.cash());

        assertThatThrownBy(() -> seed().run(MARKET.securities(), dollars, MARKET.firstDay(), MARKET.lastDay()))
                .hasMessage("The ledger main.beancount is kept in USD, the portfolio Main portfolio (CAD) in CAD");
    }
}
