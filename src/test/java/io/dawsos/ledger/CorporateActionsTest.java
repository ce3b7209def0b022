package io.dawsos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.ledger.beancount.JournalException;
import io.dawsos.ledger.beancount.JournalFault;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Corporate actions as entries of the journal: what they do to lots, cost, days and cash. */
class CorporateActionsTest {

    /** 100 at 50 USD and 40 at 60 USD. */
    private static final String TWO_LOTS = """
            2022-01-05 * "Buy"
              fx_rate: 1.25
              Assets:Stocks  100 OLD {50.00 USD}
              Assets:Cash  -5000.00 USD
            2023-01-05 * "Buy"
              fx_rate: 1.35
              Assets:Stocks  40 OLD {60.00 USD}
              Assets:Cash  -2400.00 USD
            """;

    private static LedgerBook read(String entries) {
        return Journals.read(
                TestingSource.of(TestingJournal.HEAD.replace("2024-01-01", "2022-01-01") + entries),
                "main.beancount",
                "c0ffee");
    }

    private static List<String> faults(String entries) {
        try {
            read(entries);
        } catch (JournalException e) {
            return e.faults().stream().map(JournalFault::what).toList();
        }
        throw new AssertionError("It was booked");
    }

    private static List<String> open(LedgerBook book) {
        return book.lots().stream()
                .filter(lot -> lot.until().isEmpty())
                .map(lot -> lot.quantity().stripTrailingZeros().toPlainString() + " " + lot.symbol() + " x "
                        + lot.unitCost().stripTrailingZeros().toPlainString() + " " + lot.acquired() + " fx "
                        + lot.fxRate())
                .toList();
    }

    private static LedgerTransaction last(LedgerBook book) {
        return book.transactions().get(book.transactions().size() - 1);
    }

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

    @Nested
    class ASpinOff {

        /** 18 % of the cost goes with the new units. */
        private static final String SPIN_OFF = TWO_LOTS + """
                2024-03-01 * "1 NEW for 4 OLD"
                  type: "spin_off"
                  symbol: "OLD"
                  new_shares: 1
                  old_shares: 4
                  cost_to_new: 0.18
                  Assets:Stocks  -100 OLD {50.00 USD, 2022-01-05}
                  Assets:Stocks  100 OLD {41.00 USD, 2022-01-05}
                  Assets:Stocks  25 NEW {36.00 USD, 2022-01-05}
                  Assets:Stocks  -40 OLD {60.00 USD, 2023-01-05}
                  Assets:Stocks  40 OLD {49.20 USD, 2023-01-05}
                  Assets:Stocks  10 NEW {43.20 USD, 2023-01-05}
                """;

        @Test
        void sharesTheCostOfEveryLotAndKeepsItsDayAndRate() {
            LedgerBook book = read(SPIN_OFF);
            assertThat(open(book))
                    .containsExactly(
                            "25 NEW x 36 2022-01-05 fx 1.25",
                            "10 NEW x 43.2 2023-01-05 fx 1.35",
                            "100 OLD x 41 2022-01-05 fx 1.25",
                            "40 OLD x 49.2 2023-01-05 fx 1.35");
            BigDecimal cost = book.lots().stream()
                    .filter(lot -> lot.until().isEmpty())
                    .map(LotPeriod::costBase)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(cost).isEqualByComparingTo("9490"); // 5000 x 1.25 + 2400 x 1.35
        }

        @Test
        void bringsUnitsAndNoGain() {
            LedgerTransaction entry = last(read(SPIN_OFF));
            assertThat(entry.kind()).isEqualTo(TransactionKind.SPIN_OFF);
            assertThat(entry.symbol()).contains("OLD");
            assertThat(entry.quantity()).isEqualByComparingTo("0");
            assertThat(entry.received()).containsExactly(new UnitChange("NEW", new BigDecimal("35")));
            assertThat(entry.realizedGain()).isEqualByComparingTo("0");
            assertThat(entry.cash()).isEmpty();
        }

        @Test
        void isReversedAsAWhole() {
            LedgerBook book =
                    read(SPIN_OFF.replace("  type: \"spin_off\"", "  id: \"spin\"\n  type: \"spin_off\"") + """
                    2024-03-04 * "It was another portfolio's"
                      reverses: "spin"
                      Assets:Stocks  -35 NEW {}
                    """);
            assertThat(open(book)).containsExactly("100 OLD x 50 2022-01-05 fx 1.25", "40 OLD x 60 2023-01-05 fx 1.35");
            assertThat(last(book).received()).containsExactly(new UnitChange("NEW", new BigDecimal("-35")));
        }

        @Test
        void keepsTheCostToTheCent() {
            assertThat(faults(SPIN_OFF.replace("{36.00 USD", "{36.01 USD")))
                    .contains("the spin-off puts back 25 NEW {36.01 USD, 2022-01-05}, but taken out were 100 at 50.00,"
                            + " and 1/4 times the units take 0.18 of the total cost");
        }

        @Test
        void statesWhatItIs() {
            assertThat(faults(SPIN_OFF.replace("  cost_to_new: 0.18\n", "")))
                    .containsExactly("a spin-off states which part of the cost goes to the new units, less than 1; add"
                            + " 'cost_to_new: 0.18'");
            assertThat(faults(SPIN_OFF.replace("  new_shares: 1\n", "")))
                    .containsExactly(
                            "a spin-off states whose it is and its ratio; add 'symbol: \"OLD\"', 'new_shares: 1'"
                                    + " and 'old_shares: 4' for 1 new per 4 old");
        }

        @Test
        void isOfEveryLot() {
            assertThat(faults(SPIN_OFF.replace("  Assets:Stocks  10 NEW {43.20 USD, 2023-01-05}\n", "")))
                    .contains(
                            "the spin-off takes out lots of OLD acquired 2023-01-05 at 60.00 and does not put new ones"
                                    + " beside them");
        }

        @Test
        void movesNoCash() {
            assertThat(faults(SPIN_OFF + "  Assets:Cash  1.00 USD\n  Income:Gains\n"))
                    .contains("a spin-off moves units at cost and nothing else");
        }
    }

    @Nested
    class AMerger {

        private static final String FOR_SHARES = TWO_LOTS + """
                2024-06-03 * "1 NEW for 2 OLD"
                  type: "merger"
                  symbol: "OLD"
                  new_shares: 1
                  old_shares: 2
                  Assets:Stocks  -100 OLD {50.00 USD, 2022-01-05}
                  Assets:Stocks  50 NEW {100.00 USD, 2022-01-05}
                  Assets:Stocks  -40 OLD {60.00 USD, 2023-01-05}
                  Assets:Stocks  20 NEW {120.00 USD, 2023-01-05}
                """;

        /** A fifth of the cost was given for 10.00 USD a share. */
        private static final String WITH_CASH = FOR_SHARES
                        .replace("old_shares: 2\n", "old_shares: 2\n  cost_to_new: 0.8\n  fx_rate: 1.36\n")
                        .replace("{100.00 USD", "{80.00 USD")
                        .replace("{120.00 USD", "{96.00 USD")
                + "  Assets:Cash  1400.00 USD\n  Income:Gains\n";

        @Test
        void ofShareForShareKeepsCostDayAndRate() {
            LedgerBook book = read(FOR_SHARES);
            assertThat(open(book))
                    .containsExactly("50 NEW x 100 2022-01-05 fx 1.25", "20 NEW x 120 2023-01-05 fx 1.35");
            LedgerTransaction entry = last(book);
            assertThat(entry.kind()).isEqualTo(TransactionKind.MERGER);
            assertThat(entry.quantity()).isEqualByComparingTo("-140");
            assertThat(entry.received()).containsExactly(new UnitChange("NEW", new BigDecimal("70")));
            assertThat(entry.realizedGain()).isEqualByComparingTo("0");
        }

        @Test
        void withCashRealizesTheGainOfThatPart() {
            LedgerBook book = read(WITH_CASH);
            assertThat(open(book)).containsExactly("50 NEW x 80 2022-01-05 fx 1.25", "20 NEW x 96 2023-01-05 fx 1.35");
            // 1400 for a fifth of 7400
            assertThat(last(book).realizedGain()).isEqualByComparingTo("-80.00");
            assertThat(last(book).cash())
                    .containsExactly(new CashChange(Currency.getInstance("USD"), new BigDecimal("1400.00")));
        }

        @Test
        void withCashStatesWhatTheCashCost() {
            assertThat(faults(WITH_CASH.replace("  cost_to_new: 0.8\n", "")))
                    .containsExactly(
                            "a merger with cash states which part of the cost goes to the new units, less than 1;"
                                    + " add 'cost_to_new: 0.18'");
        }

        @Test
        void putsNothingBack() {
            assertThat(faults(FOR_SHARES.replace("20 NEW {120.00 USD", "20 OLD {120.00 USD")))
                    .contains("a merger gives up OLD; it puts none of it back");
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
