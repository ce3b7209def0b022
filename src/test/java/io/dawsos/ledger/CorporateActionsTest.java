package io.dawsos.ledger;

import static io.dawsos.ledger.TestingActions.TWO_LOTS;
import static io.dawsos.ledger.TestingActions.faults;
import static io.dawsos.ledger.TestingActions.last;
import static io.dawsos.ledger.TestingActions.open;
import static io.dawsos.ledger.TestingActions.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Corporate actions as entries of the journal: what they do to lots, cost, days and cash. */
class CorporateActionsTest {

    @Nested
    class AConsolidation {

        private static final String ONE_FOR_THREE = TWO_LOTS + """
                2024-03-01 * "1 for 3"
                  type: "split"
                  split_to: 1
                  split_from: 3
                  Assets:Stocks  -100 OLD {50.00 USD, 2022-01-05}
                  Assets:Stocks  33.3333 OLD {150.00015 USD, 2022-01-05}
                  Assets:Stocks  -40 OLD {60.00 USD, 2023-01-05}
                  Assets:Stocks  13.3333 OLD {180.00045 USD, 2023-01-05}
                """;

        @Test
        void leavesFractionsAtTheSameCost() {
            LedgerBook book = read(withTolerance(ONE_FOR_THREE));
            assertThat(open(book))
                    .containsExactly(
                            "33.3333 OLD x 150.00015 2022-01-05 fx 1.25", "13.3333 OLD x 180.00045 2023-01-05 fx 1.35");
            assertThat(last(book).kind()).isEqualTo(TransactionKind.SPLIT);
        }

        @Test
        void isFollowedByTheSaleOfTheFractionForCash() {
            LedgerBook book = read(withTolerance(ONE_FOR_THREE) + """
                    2024-03-08 * "Cash in lieu of the fraction"
                      type: "sell"
                      fx_rate: 1.36
                      Assets:Stocks  -0.6666 OLD {} @ 165.00 USD
                      Assets:Cash  109.99 USD
                      Income:Gains
                    """);
            assertThat(last(book).kind()).isEqualTo(TransactionKind.SELL);
            // 0.6666 x (165.00 - 150.00015), to the cent
            assertThat(last(book).realizedGain()).isEqualByComparingTo("10.00");
            assertThat(open(book).get(0)).startsWith("32.6667 OLD x 150.00015");
        }

        @Test
        void mayBeRoundedFromFourDecimalsOnOnly() {
            assertThat(faults(withTolerance(
                            ONE_FOR_THREE.replace("33.3333", "33.333").replace("150.00015", "150.0015"))))
                    .anyMatch(what -> what.startsWith("the split puts back 33.333 OLD"));
        }

        private static String withTolerance(String entries) {
            return "option \"inferred_tolerance_default\" \"*:0.005\"\n" + entries;
        }
    }

    @Nested
    class TaxPostedLater {

        private static final String TAX = TWO_LOTS + """
                2024-05-02 * "Tax on the dividend of April"
                  type: "withholding"
                  symbol: "OLD"
                  fx_rate: 1.37
                  pay_date: 2024-04-15
                  Expenses:Withholding:US  3.75 USD
                  Assets:Cash  -3.75 USD
                """;

        @Test
        void belongsToItsSecurity() {
            LedgerTransaction tax = last(read(TAX));
            assertThat(tax.kind()).isEqualTo(TransactionKind.WITHHOLDING);
            assertThat(tax.symbol()).contains("OLD");
            assertThat(tax.withheld()).isEqualByComparingTo("3.75");
            assertThat(tax.commission()).isEqualByComparingTo("0");
            assertThat(tax.currency()).isEqualTo(Currency.getInstance("USD"));
            assertThat(tax.fxRate()).contains(new BigDecimal("1.37"));
            assertThat(tax.isExternalFlow()).isFalse();
        }

        @Test
        void isNegativeWhenItComesBack() {
            String refund = TAX.replace("  3.75", "  -3.75").replace("Cash  -3.75", "Cash  3.75");
            assertThat(last(read(refund)).withheld()).isEqualByComparingTo("-3.75");
        }

        @Test
        void needsItsSecurityAndNothingElse() {
            assertThat(faults(TAX.replace("  symbol: \"OLD\"\n", "")))
                    .containsExactly("which security paid the dividend is not stated; add metadata 'symbol'");
            assertThat(faults(TAX.replace("Expenses:Withholding:US", "Expenses:Fees")))
                    .containsExactly("a withholding is cash of one currency for a posting under Expenses:Withholding"
                            + " and nothing else");
        }
    }

    @Test
    void aPoolAtAverageCostIsSplitWithoutItsDay() {
        LedgerBook book = Journals.read(
                TestingSource.of(
                        TestingJournal.HEAD.replace("2024-01-01", "2022-01-01").replace("\"FIFO\"", "\"AVERAGE\"")
                                + TWO_LOTS.replace("60.00", "85.00").replace("2400", "3400") + """
                        2024-03-01 * "2 for 1"
                          split_to: 2
                          split_from: 1
                          Assets:Stocks  -140 OLD {}
                          Assets:Stocks  280 OLD {30.00 USD}
                        """),
                "main.beancount",
                "0");
        LotPeriod pool = book.lots().get(2);
        assertThat(pool.quantity()).isEqualByComparingTo("280");
        assertThat(pool.unitCost()).isEqualByComparingTo("30");
        // (5000 x 1.25 + 3400 x 1.35) / 8400
        assertThat(pool.costBase().doubleValue()).isEqualTo(10840.0);
    }
}
