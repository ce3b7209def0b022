package io.dawsos.store;

import static io.dawsos.testing.TestingRows.ALICE;
import static io.dawsos.testing.TestingRows.ALICES;
import static io.dawsos.testing.TestingRows.BOB;
import static io.dawsos.testing.TestingRows.CAD;
import static io.dawsos.testing.TestingRows.COMMIT;
import static io.dawsos.testing.TestingRows.MONDAY;
import static io.dawsos.testing.TestingRows.USD;
import static io.dawsos.testing.TestingRows.book;
import static io.dawsos.testing.TestingRows.day;
import static io.dawsos.testing.TestingRows.draft;
import static io.dawsos.testing.TestingRows.pack;
import static io.dawsos.testing.TestingRows.restatement;
import static io.dawsos.testing.TestingRows.securities;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.portfolio.AttributionWindow;
import io.dawsos.portfolio.CashBalance;
import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.DailyValues;
import io.dawsos.portfolio.HistoryDay;
import io.dawsos.portfolio.Lot;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioHistoryStore;
import io.dawsos.portfolio.PortfolioHistoryStore.Added;
import io.dawsos.portfolio.PortfolioHistoryStore.Dated;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.UnvaluedDay;
import io.dawsos.pricing.PackDraft;
import io.dawsos.pricing.PackId;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingWorld;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Five days of one portfolio, Monday to Friday. */
class HistoryIT {

    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static TestingDatabase testing;
    private static PortfolioHistory history;

    @BeforeAll
    static void fillTheDatabase() {
        testing = TestingDatabase.create();
        Database database = testing.database();
        database.securityStore().add(securities());
        List<PackDraft> drafts = new ArrayList<>();
        List<HistoryDay> days = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            PackId pack = pack(MONDAY.plusDays(n));
            drafts.add(draft(pack, "19" + n + ".5"));
            days.add(day(n, pack));
        }
        database.packStore().save(drafts);
        database.portfolios().register(ALICES);
        database.ledgerSnapshots().save(ALICE, ALICES.id(), book(COMMIT));
        TestingWorld.store(database, ALICES, days);
        history = database.portfolioHistory();
    }

    @AfterAll
    static void drop() {
        testing.close();
    }

    private static PortfolioScope scope(LocalDate day) {
        return new PortfolioScope(ALICE, ALICES.id(), CAD, COMMIT, pack(day));
    }

    @Nested
    class Holdings {
        @Test
        void areThoseOfTheEndOfTheDayWithThePackOfThatDay() {
            PortfolioHistory.HoldingsAndPrices tuesday = history.holdings(scope(MONDAY.plusDays(1)));

            assertThat(tuesday.holdings().lots())
                    .containsExactly(new Lot(
                            1,
                            "AAPL",
                            MONDAY,
                            BigDecimal.TEN,
                            new BigDecimal("195.89"),
                            USD,
                            new BigDecimal("1.339812")));
            assertThat(tuesday.holdings().cash())
                    .containsExactly(
                            new CashBalance(CAD, new BigDecimal("1000.00")),
                            new CashBalance(USD, new BigDecimal("-17.25")));
            assertThat(tuesday.prices().prices())
                    .isEqualTo(draft(pack(MONDAY.plusDays(1)), "191.5").book().prices());
            assertThat(tuesday.prices().fx(USD, CAD)).isPresent();
        }

        @Test
        void changeOnTheFirstDayOfTheNextPeriod() {
            PortfolioHistory.HoldingsAndPrices wednesday = history.holdings(scope(WEDNESDAY));

            assertThat(wednesday.holdings().lots()).extracting(Lot::quantity).containsExactly(new BigDecimal("6"));
            assertThat(wednesday.holdings().cash())
                    .as("a balance of zero is no balance")
                    .extracting(CashBalance::currency)
                    .containsExactly(USD);
        }

        @Test
        void ofSomeoneElseAreNotFound() {
            PortfolioScope foreign = new PortfolioScope(BOB, ALICES.id(), CAD, COMMIT, pack(MONDAY));

            assertThatThrownBy(() -> history.holdings(foreign))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.PORTFOLIO_NOT_FOUND));
        }

        @Test
        void ofAnUnknownPortfolioAreRefusedInTheSameWords() {
            UUID nobodys = UUID.fromString("99999999-0000-0000-0000-000000000000");

            assertThatThrownBy(() -> history.holdings(new PortfolioScope(ALICE, nobodys, CAD, COMMIT, pack(MONDAY))))
                    .hasMessage("There is no portfolio " + nobodys + " at ledger commit " + COMMIT
                            + " and pack 20231218_v1");
        }
    }

    @Nested
    class ValuesOfARange {
        @Test
        void ofARangeIncludeBothEnds() {
            assertThat(history.values(scope(FRIDAY), MONDAY, WEDNESDAY))
                    .containsExactly(
                            day(0, pack(MONDAY)).value(),
                            day(1, pack(MONDAY.plusDays(1))).value(),
                            day(2, pack(WEDNESDAY)).value());
        }

        @Test
        void neverReachBeyondThePackOfTheScope() {
            assertThat(history.values(scope(WEDNESDAY), MONDAY, FRIDAY))
                    .extracting(DailyValue::date)
                    .containsExactly(MONDAY, MONDAY.plusDays(1), WEDNESDAY);
        }

        @Test
        void canBeCountedFromTheEnd() {
            assertThat(history.lastValues(scope(WEDNESDAY), 2))
                    .extracting(DailyValue::date)
                    .containsExactly(MONDAY.plusDays(1), WEDNESDAY);
            assertThat(history.lastValues(scope(WEDNESDAY), 100)).hasSize(3);
        }
    }

    @Nested
    class Attribution {
        @Test
        void isReadAtBothEndsToTheLastBit() {
            AttributionWindow window = history.attribution(scope(FRIDAY), MONDAY.plusDays(1), MONDAY.plusDays(3));

            HistoryDay start = day(1, pack(MONDAY.plusDays(1)));
            HistoryDay end = day(3, pack(MONDAY.plusDays(3)));
            assertThat(window.from()).isEqualTo(MONDAY.plusDays(1));
            assertThat(window.to()).isEqualTo(MONDAY.plusDays(3));
            assertThat(window.startWealth()).isEqualTo(start.wealthIndex());
            assertThat(window.endWealth()).isEqualTo(end.wealthIndex());
            assertThat(window.start()).isEqualTo(start.holdings());
            assertThat(window.end()).isEqualTo(end.holdings());
        }

        @Test
        void takesTheLastDayBeforeADayWithoutRow() {
            AttributionWindow window = history.attribution(scope(FRIDAY), MONDAY.minusDays(30), FRIDAY.plusDays(30));

            assertThat(window.from()).as("the first day of the history").isEqualTo(MONDAY);
            assertThat(window.to()).isEqualTo(FRIDAY);
        }

        @Test
        void overTheLastDaysStartsThatManyDaysBeforeTheEnd() {
            AttributionWindow window = history.lastAttribution(scope(FRIDAY), 3);

            assertThat(window.from()).isEqualTo(MONDAY.plusDays(1));
            assertThat(window.to()).isEqualTo(FRIDAY);
            assertThat(window.start()).hasSize(2);
            assertThat(window.end()).hasSize(2);
        }

        @Test
        void overMoreDaysThanThereAreStartsAtTheFirst() {
            assertThat(history.lastAttribution(scope(WEDNESDAY), 1000).from()).isEqualTo(MONDAY);
        }

        @Test
        void ofAPortfolioWithoutHistoryIsRefusedWithTheReason() {
            LocalDate sunday = MONDAY.minusDays(1);
            testing.database().packStore().save(List.of(draft(pack(sunday), "1")));

            assertThatThrownBy(() -> history.lastAttribution(scope(sunday), 5))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.VALIDATION_FAILED))
                    .hasMessageContaining("no history up to 2023-12-17");
        }
    }

    @Nested
    class ADayWithoutValue {

        private static final LocalDate NEXT_MONDAY = MONDAY.plusDays(7);
        private static final LocalDate NEXT_TUESDAY = MONDAY.plusDays(8);

        @Test
        void standsBesideTheValuesAndEndsTheAttribution() {
            Database database = testing.database();
            PackId lacking = pack(NEXT_MONDAY);
            PackId complete = pack(NEXT_TUESDAY);
            database.packStore().save(List.of(draft(lacking, "200"), draft(complete, "201")));
            UnvaluedDay gap = new UnvaluedDay(NEXT_MONDAY, lacking, List.of("rate TRY/CAD", "price of \"X\""));
            TestingWorld.store(database, ALICES, List.of(gap, day(9, complete)));

            DailyValues onThatDay = history.lastValues(scope(NEXT_MONDAY), 1);
            assertThat(onThatDay).extracting(DailyValue::date).hasSize(1).doesNotContain(NEXT_MONDAY);
            assertThat(onThatDay.unvaluedEnd()).contains(gap);
            assertThat(history.lastAttribution(scope(NEXT_MONDAY), 3).unvalued())
                    .contains(gap);
            assertThat(history.attribution(scope(NEXT_TUESDAY), MONDAY, NEXT_MONDAY)
                            .unvalued())
                    .contains(gap);

            DailyValues dayAfter = history.lastValues(scope(NEXT_TUESDAY), 2);
            assertThat(dayAfter).extracting(DailyValue::date).hasSize(2).endsWith(NEXT_TUESDAY);
            assertThat(dayAfter.unvalued()).containsExactly(gap);
            assertThat(dayAfter.unvaluedEnd()).isEmpty();
            assertThat(history.lastAttribution(scope(NEXT_TUESDAY), 1).from())
                    .as("the last valued day before it")
                    .isEqualTo(dayAfter.get(0).date());
        }
    }

    @Nested
    class ARestatedDay {
        @Test
        void changesItAndEveryLaterDayForScopesMadeAfterItOnly() {
            LocalDate saturday = FRIDAY.plusDays(1);
            PackId first = pack(saturday);
            PackId second = new PackId(WEDNESDAY, 2);
            Database database = testing.database();
            database.packStore().save(List.of(draft(first, "200")));
            TestingWorld.store(database, ALICES, List.of(day(5, first)));
            List<PortfolioScope> scopes = List.of(scope(WEDNESDAY), scope(FRIDAY), scope(saturday));
            List<List<DailyValue>> before = scopes.stream()
                    .map(scope -> List.copyOf(history.lastValues(scope, 9)))
                    .toList();
            List<AttributionWindow> windows = scopes.stream()
                    .map(scope -> history.lastAttribution(scope, 2))
                    .toList();

            database.packStore().restate(restatement(pack(WEDNESDAY), draft(second, "100"), "corrected close"));
            long vintage = database.packBooks().made().stream()
                    .filter(made -> made.id().equals(second))
                    .findFirst()
                    .orElseThrow()
                    .sequence();
            List<Dated> again = new ArrayList<>();
            for (PackId pack : List.of(second, pack(WEDNESDAY.plusDays(1)), pack(FRIDAY), first)) {
                again.add(new Dated(vintage, day(20 + again.size(), pack)));
            }
            PortfolioHistoryStore store = database.portfolioHistoryStore();
            store.add(
                    List.of(new Added(store.snapshot(ALICE, ALICES.id(), COMMIT).orElseThrow(), again)));

            assertThat(scopes)
                    .extracting(scope -> List.copyOf(history.lastValues(scope, 9)))
                    .isEqualTo(before);
            assertThat(scopes)
                    .extracting(scope -> history.lastAttribution(scope, 2))
                    .isEqualTo(windows);
            assertThat(history.lastValues(new PortfolioScope(ALICE, ALICES.id(), CAD, COMMIT, second), 2))
                    .extracting(DailyValue::pack)
                    .containsExactly(pack(MONDAY.plusDays(1)), second);
            PackId sunday = pack(FRIDAY.plusDays(2));
            database.packStore().save(List.of(draft(sunday, "201")));
            assertThat(history.lastValues(scope(sunday.date()), 4))
                    .extracting(value -> value.value().intValue())
                    .containsExactly(1020, 1021, 1022, 1023);
        }
    }
}
