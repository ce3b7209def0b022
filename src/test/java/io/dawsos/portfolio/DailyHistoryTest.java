package io.dawsos.portfolio;

import static io.dawsos.portfolio.TestingHistory.contributions;
import static io.dawsos.portfolio.TestingHistory.funded;
import static io.dawsos.portfolio.TestingHistory.pack;
import static io.dawsos.portfolio.TestingHistory.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PriceBook;
import io.dawsos.testing.TestingJournal;
import io.dawsos.testing.TestingPacks;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DailyHistoryTest {

    @Nested
    class TheFirstDay {

        private final List<HistoryDay> days = DailyHistory.of(
                funded().book(), List.of(pack("2023-12-29", "150", "1.35"), pack("2024-01-02", "150", "1.35")));

        @Test
        void isThatOfTheFirstTransactionAndNotOfTheFirstPack() {
            assertThat(days).hasSize(1);
            assertThat(days.get(0).value().date()).isEqualTo("2024-01-02");
        }

        @Test
        void carriesTheDepositAsFlowAndBeginsAtWealthOne() {
            assertThat(days.get(0).value().flow()).isEqualByComparingTo("20000");
            assertThat(days.get(0).value().value()).isEqualByComparingTo("20000");
            assertThat(days.get(0).wealthIndex()).isEqualTo(1);
        }

        @Test
        void hasARowForEverySecurityCashAndCurrency() {
            assertThat(days.get(0).holdings())
                    .extracting(HoldingDay::holding)
                    .containsExactly("AAPL", "CAD", "USD", "currency:CAD", "currency:USD");
        }
    }

    @Nested
    class ADayOnWhichPriceAndRateMove {

        // 50 AAPL at 150 USD, 2500 USD, 6500 CAD; AAPL +10 %, USD +2 %
        private final HistoryDay day = DailyHistory.of(
                        funded().book(), List.of(pack("2024-01-02", "150", "1.35"), pack("2024-01-03", "165", "1.377")))
                .get(1);

        @Test
        void splitsTheReturnOfASecurityIntoLocalCurrencyAndInteraction() {
            HoldingDay apple = row(day, "AAPL");
            double weight = 50 * 150 * 1.35 / 20000;
            assertThat(apple.localSum()).isCloseTo(weight * 0.10, within(1e-12));
            assertThat(apple.fxSum()).isCloseTo(weight * 0.02, within(1e-12));
            assertThat(apple.interactionSum()).isCloseTo(weight * 0.002, within(1e-12));
            assertThat(apple.localIndex()).isCloseTo(1.10, within(1e-12));
            assertThat(apple.fxIndex()).isCloseTo(1.02, within(1e-12));
        }

        @Test
        void givesForeignCashTheCurrencyReturnOnly() {
            HoldingDay dollars = row(day, "USD");
            assertThat(dollars.localSum()).isZero();
            assertThat(dollars.fxSum()).isCloseTo(2500 * 1.35 / 20000 * 0.02, within(1e-12));
        }

        @Test
        void givesTheTotalOfACurrencyItsOwnReturn() {
            HoldingDay total = row(day, "currency:USD");
            assertThat(total.localIndex()).isCloseTo(1 + 750.0 / 10000, within(1e-12));
            assertThat(total.weight()).isCloseTo((8250 + 2500) * 1.377 / (10750 * 1.377 + 6500), within(1e-12));
        }

        @Test
        void addsUpToTheReturn() {
            assertThat(day.wealthIndex()).isCloseTo((10750 * 1.377 + 6500) / 20000, within(1e-12));
            assertThat(contributions(day)).isCloseTo(day.wealthIndex() - 1, within(1e-12));
        }
    }

    @Test
    void aSplitIsNeutral() {
        List<HistoryDay> days = DailyHistory.of(
                funded().on("2024-01-03").split("AAPL", 4).book(),
                List.of(pack("2024-01-02", "150", "1.35"), pack("2024-01-03", "37.5", "1.35")));
        assertThat(days.get(1).wealthIndex()).isEqualTo(1);
        assertThat(row(days.get(1), "AAPL").localIndex()).isEqualTo(1);
    }

    @Test
    void aHoldingThatWasSoldKeepsItsRow() {
        List<HistoryDay> days = DailyHistory.of(
                funded().on("2024-01-03").sell("AAPL", "50", "165", "0").book(),
                List.of(
                        pack("2024-01-02", "150", "1.35"),
                        pack("2024-01-03", "160", "1.35"),
                        TestingPacks.on("2024-01-04").rate("USD", "CAD", "1.35").book()));
        HoldingDay sold = row(days.get(2), "AAPL");
        assertThat(sold.weight()).isZero();
        assertThat(sold.localIndex()).isCloseTo(1.10, within(1e-12));
        assertThat(sold.localSum()).isCloseTo(50 * 15 * 1.35 / 20000, within(1e-12));
    }

    @Test
    void aLossLargerThanTheHoldingAtItsStartIsMeasuredWithTheInflow() {
        List<HistoryDay> days = DailyHistory.of(
                new TestingJournal("CAD")
                        .on("2024-01-02")
                        .deposit("CAD", "100000")
                        .buy("RY.TO", "CAD", "1", "100", "0", "1")
                        .on("2024-01-03")
                        .buy("RY.TO", "CAD", "900", "100", "0", "1")
                        .book(),
                List.of(
                        TestingPacks.on("2024-01-02")
                                .price("RY.TO", "100", "CAD")
                                .book(),
                        TestingPacks.on("2024-01-03")
                                .price("RY.TO", "99", "CAD")
                                .book()));
        assertThat(row(days.get(1), "RY.TO").localIndex()).isCloseTo(0.99, within(1e-12));
        assertThat(row(days.get(1), "RY.TO").localSum()).isCloseTo(-901.0 / 100000, within(1e-12));
    }

    @Test
    void anEmptiedPortfolioStartsAgainWhereItsWealthStood() {
        List<HistoryDay> days = DailyHistory.of(
                new TestingJournal("CAD")
                        .on("2024-01-02")
                        .deposit("CAD", "1000")
                        .on("2024-01-03")
                        .interest("CAD", "100")
                        .on("2024-01-04")
                        .withdraw("CAD", "1100")
                        .on("2024-01-08")
                        .deposit("CAD", "500")
                        .book(),
                List.of("2024-01-02", "2024-01-03", "2024-01-04", "2024-01-05", "2024-01-08", "2024-01-09").stream()
                        .map(day -> TestingPacks.on(day).book())
                        .toList());
        assertThat(days).extracting(HistoryDay::wealthIndex).containsExactly(1.0, 1.1, 1.1, 1.1, 1.1, 1.1);
    }

    @Nested
    class AnIncompletePack {

        @Test
        void givesADayWithoutValueThatNamesAllItLacks() {
            DailyHistory history = new DailyHistory(
                    funded().buy("RY.TO", "CAD", "10", "100", "0", "1").book());
            assertThat(history.next(TestingPacks.on("2024-01-02").book()))
                    .contains(new UnvaluedDay(
                            LocalDate.parse("2024-01-02"),
                            PackId.parse("20240102_v1"),
                            List.of("price of AAPL", "price of RY.TO", "rate USD/CAD")));
        }

        @Test
        void isPassedOverByTheNextReturnWhichTakesItsFlows() {
            TestingJournal journal = funded().on("2024-01-03").deposit("CAD", "5000");
            PriceBook lacking =
                    TestingPacks.on("2024-01-03").price("AAPL", "160", "USD").book();
            List<HistoryDay> days = DailyHistory.of(
                    journal.book(),
                    List.of(pack("2024-01-02", "150", "1.35"), lacking, pack("2024-01-04", "165", "1.377")));

            assertThat(days)
                    .extracting(HistoryDay::date)
                    .extracting(LocalDate::toString)
                    .containsExactly("2024-01-02", "2024-01-04");
            assertThat(days.get(1).value().flow()).isEqualByComparingTo("5000");
            assertThat(days.get(1).wealthIndex()).isCloseTo((10750 * 1.377 + 6500) / 20000, within(1e-12));
            assertThat(contributions(days.get(1))).isCloseTo(days.get(1).wealthIndex() - 1, within(1e-12));
        }
    }

    @Nested
    class GoingOn {

        private final LedgerBook book = funded().book();
        private final PriceBook first = pack("2024-01-02", "150", "1.35");
        private final HistoryDay day = DailyHistory.of(book, List.of(first)).get(0);

        @Test
        void needsThePackOfTheDay() {
            assertThatThrownBy(() -> DailyHistory.after(day, pack("2024-01-03", "150", "1.35"), book))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("computed from pack 20240102_v1")
                    .hasMessageContaining("20240103_v1");
        }

        @Test
        void isRefusedFromADayThatDoesNotFollowFromLedgerAndPack() {
            LedgerBook other = funded().deposit("CAD", "1").book();
            assertThatThrownBy(() -> DailyHistory.after(day, first, other))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The portfolio was worth 20000 CAD on 2024-01-02, but its ledger and pack 20240102_v1"
                            + " make it 20001.00; its history cannot go on from there");
        }
    }

    @Test
    void refusesPacksOutOfOrder() {
        DailyHistory history = new DailyHistory(funded().book());
        PriceBook pack = pack("2024-01-02", "150", "1.35");
        assertThat(history.next(pack)).isPresent();
        assertThatThrownBy(() -> history.next(pack))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20240102_v1 is not later than 2024-01-02");
    }
}
