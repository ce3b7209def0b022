package io.dawsos.store;

import static io.dawsos.store.TestingWeek.FRIDAY;
import static io.dawsos.store.TestingWeek.WEDNESDAY;
import static io.dawsos.store.TestingWeek.scope;
import static io.dawsos.testing.TestingRows.ALICE;
import static io.dawsos.testing.TestingRows.ALICES;
import static io.dawsos.testing.TestingRows.BOB;
import static io.dawsos.testing.TestingRows.CAD;
import static io.dawsos.testing.TestingRows.COMMIT;
import static io.dawsos.testing.TestingRows.MONDAY;
import static io.dawsos.testing.TestingRows.USD;
import static io.dawsos.testing.TestingRows.day;
import static io.dawsos.testing.TestingRows.draft;
import static io.dawsos.testing.TestingRows.pack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.portfolio.AttributionWindow;
import io.dawsos.portfolio.CashBalance;
import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.HistoryDay;
import io.dawsos.portfolio.Lot;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioScope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Five days of one portfolio, Monday to Friday, as they are read. */
class HistoryIT {

    private static TestingWeek week;
    private static PortfolioHistory history;

    @BeforeAll
    static void fillTheDatabase() {
        week = new TestingWeek();
        history = week.database().portfolioHistory();
    }

    @AfterAll
    static void drop() {
        week.close();
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
            week.database().packStore().save(List.of(draft(pack(sunday), "1")));

            assertThatThrownBy(() -> history.lastAttribution(scope(sunday), 5))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.VALIDATION_FAILED))
                    .hasMessageContaining("no history up to 2023-12-17");
        }
    }
}
