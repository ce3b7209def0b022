package io.dawsos.portfolio.explain;

import static io.dawsos.portfolio.explain.SmallJournal.buy;
import static io.dawsos.portfolio.explain.SmallJournal.facts;
import static io.dawsos.portfolio.explain.SmallJournal.gains;
import static io.dawsos.portfolio.explain.SmallJournal.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.testing.TestingExplanations;
import io.dawsos.testing.TestingJournal;
import io.dawsos.testing.TestingPacks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RealizedGainsTest {

    /** 50 AAPL at 150 and 1.34, sold at 180 and 1.36: 12,240 - 10,050 = 2,190. */
    @Nested
    class TheGoldenSale {

        private final ClosedLot lot = gains(
                        buy("2024-01-15", "100", "150.00", "1.34") + sell("2024-10-01", "50", "180.00", "1.36"))
                .lots()
                .get(0);

        @Test
        void is2190WhichIsPrice2010Fx150AndInteraction30() {
            assertThat(lot.proceedsBase()).isEqualByComparingTo("12240");
            assertThat(lot.costBase()).isEqualByComparingTo("10050");
            assertThat(lot.gainBase()).isEqualByComparingTo("2190");
            assertThat(lot.priceEffect()).isEqualByComparingTo("2010");
            assertThat(lot.fxEffect()).isEqualByComparingTo("150");
            assertThat(lot.interaction()).isEqualByComparingTo("30");
        }

        @Test
        void isOf1500InTheCurrencyOfTheSecurity() {
            assertThat(lot.gain()).isEqualByComparingTo("1500");
            assertThat(lot.lot()).hasValue(1);
            assertThat(lot.holdingDays()).isEqualTo(260);
        }

        @Test
        void isTheSameWhenTheCashComesInBaseCurrency() {
            ClosedLot inCad = gains(buy("2024-01-15", "100", "150.00", "1.34") + """
                            2024-10-01 * "Sell"
                              type: "sell"
                              symbol: "AAPL"
                              fx_rate: 1.36
                              Assets:Stocks  -50 AAPL {} @ 180.00 USD
                              Assets:Cash  12240.00 CAD @@ 9000.00 USD
                              Income:Gains  -1500.00 USD
                            """)
                    .lots()
                    .get(0);
            assertThat(inCad.gainBase()).isEqualByComparingTo("2190");
            assertThat(inCad.gain()).isEqualByComparingTo("1500");
        }
    }

    @Test
    void theCommissionOfASaleIsBesideTheGainAndSharedOutByUnits() {
        List<ClosedLot> lots = gains(
                        buy("2024-01-15", "30", "100", "1.3") + buy("2024-01-16", "10", "110", "1.3") + """
                        2024-02-01 * "Sell"
                          type: "sell"
                          symbol: "AAPL"
                          fx_rate: 1.4
                          Assets:Stocks  -40 AAPL {} @ 120 USD
                          Expenses:Commissions  8.00 USD
                          Assets:Cash  4792.00 USD
                          Income:Gains
                        """)
                .lots();
        assertThat(lots).hasSize(2);
        assertThat(lots.get(0).commissionBase()).isEqualByComparingTo("8.4"); // 6 x 1.4
        assertThat(lots.get(1).commissionBase()).isEqualByComparingTo("2.8");
        assertThat(lots.get(0).gain()).isEqualByComparingTo("600");
        assertThat(lots.get(1).gain()).isEqualByComparingTo("100");
    }

    @Test
    void theLotThatASaleNamesIsTheOneClosed() {
        ClosedLot lot = gains(buy("2024-01-15", "30", "100", "1.3")
                        + buy("2024-01-16", "30", "130", "1.35")
                        + sell("2024-02-01", "10", "{130 USD, 2024-01-16}", "120", "1.4"))
                .lots()
                .get(0);
        assertThat(lot.lot()).hasValue(2);
        assertThat(lot.acquired()).isEqualTo(LocalDate.of(2024, 1, 16));
        assertThat(lot.gain()).isEqualByComparingTo("-100");
    }

    @Nested
    class OnOneDay {

        @Test
        void severalSalesShareTheLotsInTheirOrder() {
            RealizedGains gains = gains(buy("2024-01-15", "30", "100", "1.3")
                    + buy("2024-01-16", "30", "130", "1.3")
                    + sell("2024-02-01", "20", "140", "1.4")
                    + sell("2024-02-01", "25", "150", "1.4"));
            assertThat(gains.sales()).hasSize(2);
            assertThat(gains.sales().get(0).lots())
                    .extracting(ClosedLot::gain)
                    .containsExactly(new BigDecimal("800.00"));
            assertThat(gains.sales().get(1).lots())
                    .extracting(lot -> lot.gain().stripTrailingZeros().toPlainString())
                    .containsExactly("500", "300");
        }

        @Test
        void unitsBoughtAndSoldHaveNoLotAndTheirCostIsWhatTheJournalSays() {
            ClosedLot lot = gains(buy("2024-02-01", "20", "140", "1.41") + sell("2024-02-01", "20", "141", "1.41"))
                    .lots()
                    .get(0);
            assertThat(lot.lot()).isEmpty();
            assertThat(lot.holdingDays()).isZero();
            assertThat(lot.gain()).isEqualByComparingTo("20");
            assertThat(lot.cost()).isEqualByComparingTo("2800");
            assertThat(lot.entryRate()).isEqualByComparingTo("1.41");
        }

        @Test
        void aSplitBeforeTheSaleIsCountedInNewUnits() {
            ClosedLot lot = gains(buy("2024-01-15", "30", "100", "1.3") + """
                            2024-02-01 * "Split"
                              type: "split"
                              symbol: "AAPL"
                              split_to: 4
                              split_from: 1
                              Assets:Stocks  -30 AAPL {100 USD, 2024-01-15}
                              Assets:Stocks  120 AAPL {25 USD, 2024-01-15}
                            """ + sell("2024-02-01", "40", "30", "1.4"))
                    .lots()
                    .get(0);
            assertThat(lot.units()).isEqualByComparingTo("40");
            assertThat(lot.cost()).isEqualByComparingTo("1000");
            assertThat(lot.gain()).isEqualByComparingTo("200");
        }
    }

    @Test
    void aSaleWithoutAnyRateIsAFailureThatNamesIt() {
        LedgerBook book = new TestingJournal("CAD")
                .on("2024-01-03")
                .buy("AAPL", "USD", "10", "100", "0", "1.3")
                .on("2024-01-10")
                .sell("AAPL", "5", "110", "0")
                .book();
        TransactionRates rates = new TransactionRates(
                SmallJournal.CAD,
                List.of(TestingPacks.on("2024-01-11").rate("USD", "CAD", "1.36").book()));
        assertThatThrownBy(() -> RealizedGains.of(TestingExplanations.facts(book), rates))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(FailureReason.CAPABILITY_FAILED))
                .hasMessageContaining("no rate USD/CAD for the entry main.beancount:2 of 2024-01-10");
    }

    @Test
    void aRateThatTheEntryDoesNotStateIsThatOfTheNewestPackBefore() {
        LedgerBook book = new TestingJournal("CAD")
                .on("2024-01-03")
                .buy("AAPL", "USD", "10", "100", "0", "1.3")
                .on("2024-01-07")
                .sell("AAPL", "5", "110", "0")
                .book();
        TransactionRates rates = new TransactionRates(
                SmallJournal.CAD,
                List.of(
                        TestingPacks.on("2024-01-04").rate("USD", "CAD", "1.35").book(),
                        TestingPacks.on("2024-01-05").rate("USD", "CAD", "1.36").book(),
                        TestingPacks.on("2024-01-08").rate("USD", "CAD", "1.37").book()));
        assertThat(RealizedGains.of(TestingExplanations.facts(book), rates)
                        .lots()
                        .get(0)
                        .exitRate())
                .isEqualByComparingTo("1.36");
    }

    @Test
    void ofOneSecurityAreReadFromItsOwnFacts() {
        LedgerBook book =
                SmallJournal.book(buy("2024-01-15", "30", "100", "1.3") + sell("2024-02-01", "20", "140", "1.4"));
        LedgerFacts.Facts own = TestingExplanations.facts(
                book, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), Optional.of("MSFT"));
        assertThat(RealizedGains.of(own, new TransactionRates(SmallJournal.CAD, List.of()))
                        .sales())
                .isEmpty();
        assertThat(facts("").transactions()).isEmpty();
    }
}
