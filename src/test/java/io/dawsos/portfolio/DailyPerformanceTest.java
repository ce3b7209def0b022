package io.dawsos.portfolio;

import static io.dawsos.portfolio.TestingHistory.contributions;
import static io.dawsos.portfolio.TestingHistory.funded;
import static io.dawsos.portfolio.TestingHistory.pack;
import static io.dawsos.portfolio.TestingHistory.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.testing.TestingJournal;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What of a day's flows is performance, and whose. */
class DailyPerformanceTest {

    @Nested
    class WhatIsPerformanceAndWhatIsNot {

        private double wealthAfter(TestingJournal journal) {
            List<HistoryDay> days = DailyHistory.of(
                    journal.book(), List.of(pack("2024-01-02", "150", "1.35"), pack("2024-01-03", "150", "1.35")));
            assertThat(contributions(days.get(1))).isCloseTo(days.get(1).wealthIndex() - 1, within(1e-12));
            return days.get(1).wealthIndex();
        }

        @Test
        void aDepositIsNot() {
            assertThat(wealthAfter(funded().on("2024-01-03").deposit("USD", "5000")))
                    .isEqualTo(1);
        }

        @Test
        void aWithdrawalIsNot() {
            assertThat(wealthAfter(funded().on("2024-01-03").withdraw("CAD", "5000")))
                    .isEqualTo(1);
        }

        @Test
        void aDividendIs() {
            assertThat(wealthAfter(funded().on("2024-01-03").dividend("AAPL", "100")))
                    .isCloseTo(1 + 100 * 1.35 / 20000, within(1e-12));
        }

        @Test
        void aFeeIs() {
            assertThat(wealthAfter(funded().on("2024-01-03").fee("CAD", "50")))
                    .isCloseTo(1 - 50.0 / 20000, within(1e-12));
        }

        @Test
        void interestIs() {
            assertThat(wealthAfter(funded().on("2024-01-03").interest("CAD", "50")))
                    .isCloseTo(1 + 50.0 / 20000, within(1e-12));
        }

        @Test
        void aCommissionIs() {
            assertThat(wealthAfter(funded().on("2024-01-03").buy("AAPL", "USD", "1", "150", "10", "1.35")))
                    .isCloseTo(1 - 10 * 1.35 / 20000, within(1e-12));
        }

        @Test
        void aConversionAtAnotherRateThanTheDaysIs() {
            assertThat(wealthAfter(funded().on("2024-01-03").convert("CAD", "1400", "USD", "1000")))
                    .isCloseTo(1 - 50.0 / 20000, within(1e-12));
        }
    }

    @Nested
    class Attribution {

        private final TestingJournal journal = funded().on("2024-01-03")
                .dividend("AAPL", "100")
                .fee("CAD", "50")
                .convert("CAD", "1400", "USD", "1000");
        private final HistoryDay day = DailyHistory.of(
                        journal.book(), List.of(pack("2024-01-02", "150", "1.35"), pack("2024-01-03", "150", "1.35")))
                .get(1);

        @Test
        void givesADividendToItsSecurity() {
            assertThat(row(day, "AAPL").localSum()).isCloseTo(100 * 1.35 / 20000, within(1e-12));
        }

        @Test
        void givesAFeeToTheCashThatPaidIt() {
            assertThat(row(day, "CAD").localSum()).isCloseTo(-50.0 / 20000, within(1e-12));
        }

        @Test
        void givesAConversionsDifferenceToTheForeignCash() {
            assertThat(row(day, "USD").localSum()).isCloseTo(-50.0 / 20000, within(1e-12));
            assertThat(row(day, "USD").localIndex()).isEqualTo(1);
        }
    }
}
