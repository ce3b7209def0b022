package io.dawsos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.ledger.beancount.JournalException;
import io.dawsos.ledger.beancount.JournalFault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Corrections by reversal. */
class ReversalsTest {

    private static final String BUY = """
            2024-01-02 * "Buy"
              id: "b1"
              Assets:Stocks  10 RY.TO {50.00 CAD}
              Expenses:Fees  5.00 CAD
              Assets:Cash  -505.00 CAD
            """;

    private static final String SELL = """
            2024-01-05 * "Sell"
              id: "s1"
              Assets:Stocks  -4 RY.TO {} @ 60.00 CAD
              Assets:Cash  240.00 CAD
              Income:Gains
            """;

    private static final String UNDO_BUY = """
            2024-01-09 * "Undo the purchase"
              reverses: "b1"
              Assets:Stocks  -10 RY.TO {50.00 CAD, 2024-01-02}
              Expenses:Fees  -5.00 CAD
              Assets:Cash  505.00 CAD
            """;

    private static final String UNDO_SELL = """
            2024-01-08 * "Undo the sale"
              reverses: "s1"
              Assets:Stocks  4 RY.TO {50.00 CAD, 2024-01-02} @ 60.00 CAD
              Assets:Cash  -240.00 CAD
              Income:Gains
            """;

    private static LedgerBook read(String entries) {
        return TestingJournal.read(entries);
    }

    private static List<String> faults(String entries) {
        try {
            TestingJournal.read(entries);
        } catch (JournalException e) {
            return e.faults().stream().map(JournalFault::what).toList();
        }
        throw new AssertionError("It was booked");
    }

    private static List<String> lots(LedgerBook book) {
        return book.lots().stream()
                .map(lot ->
                        lot.from() + " " + lot.quantity().stripTrailingZeros().toPlainString() + " x "
                                + lot.unitCost().stripTrailingZeros().toPlainString())
                .toList();
    }

    @Test
    void undoesAPurchaseAndBothStayVisible() {
        LedgerBook book = read(BUY + UNDO_BUY);
        assertThat(book.transactions()).hasSize(2);
        LedgerTransaction undone = book.transactions().get(1);
        assertThat(undone.kind()).isEqualTo(TransactionKind.BUY);
        assertThat(undone.reverses()).contains("b1");
        assertThat(undone.quantity()).isEqualByComparingTo("-10");
        assertThat(undone.commission()).isEqualByComparingTo("-5");
        assertThat(undone.cash().get(0).amount()).isEqualByComparingTo("505");
        assertThat(book.transactions().get(0).reverses()).isEmpty();
        assertThat(book.lots()).hasSize(1);
        assertThat(book.lots().get(0).until()).hasToString("Optional[2024-01-09]");
        assertThat(book.cash()).hasSize(1);
        assertThat(book.cash().get(0).until()).hasToString("Optional[2024-01-09]");
    }

    @Test
    void putsSoldUnitsBackIntoTheirLot() {
        LedgerBook book = read(BUY + SELL + UNDO_SELL);
        assertThat(lots(book)).containsExactly("2024-01-02 10 x 50", "2024-01-05 6 x 50", "2024-01-08 10 x 50");
        assertThat(book.lots().get(2).lot()).isEqualTo(1);
        assertThat(book.lots().get(2).acquired()).isEqualTo("2024-01-02");
        assertThat(book.transactions().stream()
                        .map(LedgerTransaction::realizedGain)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("0");
    }

    @Test
    void mayLeaveOneAmountOpenAndTheBracesEmpty() {
        LedgerBook book = read(BUY + SELL + """
                2024-01-08 * "Undo the sale"
                  reverses: "s1"
                  Assets:Stocks  4 RY.TO {}
                  Income:Gains  40.00 CAD
                  Assets:Cash
                2024-01-09 balance Assets:Cash -505.00 CAD
                2024-01-09 balance Assets:Stocks 10 RY.TO
                2024-01-09 balance Income:Gains 0.00 CAD
                """);
        assertThat(book.transactions()).hasSize(3);
    }

    @Test
    void reopensALotThatWasSoldOut() {
        String all = SELL.replace("-4 ", "-10 ").replace("240.00", "600.00");
        String undo = UNDO_SELL.replace("  4 ", "  10 ").replace("240.00", "600.00");
        assertThat(lots(read(BUY + all + undo))).containsExactly("2024-01-02 10 x 50", "2024-01-08 10 x 50");
    }

    @Test
    void namesEntriesWithoutAnIdByFileAndLine() {
        String deposit = """
                2024-01-02 * "Deposit"
                  Assets:Cash  100.00 CAD
                  Equity:Capital
                """;
        int line = (int) TestingJournal.HEAD.lines().count() + 1;
        LedgerBook book = read(deposit + """
                2024-01-03 * "Never arrived"
                  reverses: "main.beancount:%d"
                  Assets:Cash  -100.00 CAD
                  Equity:Capital  100.00 CAD
                """.formatted(line));
        assertThat(book.transactions().get(1).kind()).isEqualTo(TransactionKind.DEPOSIT);
        assertThat(book.transactions().get(1).isExternalFlow()).isTrue();
        assertThat(book.transactions().get(1).reverses()).contains("main.beancount:" + line);
    }

    @Test
    void undoesASplitLotByLot() {
        LedgerBook book = read(BUY + """
                2024-01-03 * "Split"
                  id: "split"
                  type: "split"
                  split_to: 2
                  split_from: 1
                  Assets:Stocks  -10 RY.TO {50.00 CAD, 2024-01-02}
                  Assets:Stocks  20 RY.TO {25.00 CAD, 2024-01-02}
                2024-01-04 * "Not yet"
                  reverses: "split"
                  Assets:Stocks  -20 RY.TO {25.00 CAD, 2024-01-02}
                  Assets:Stocks  10 RY.TO {50.00 CAD, 2024-01-02}
                """ + UNDO_BUY);
        assertThat(lots(book)).containsExactly("2024-01-02 10 x 50", "2024-01-03 20 x 25", "2024-01-04 10 x 50");
    }

    @Nested
    class AtAverageCost {

        private static final String SECOND = """
                2024-01-03 * "Buy"
                  id: "b2"
                  Assets:Stocks  30 RY.TO {70.00 CAD}
                  Assets:Cash  -2100.00 CAD
                """;

        private static LedgerBook read(String entries) {
            return Journals.read(
                    TestingSource.of(TestingJournal.HEAD.replace("FIFO", "AVERAGE") + entries), "main.beancount", "0");
        }

        @Test
        void aPurchaseTakesItsOwnCostOutOfThePool() {
            LedgerBook book = read(BUY + SECOND + UNDO_BUY.replace("{50.00 CAD, 2024-01-02}", "{}"));
            assertThat(lots(book)).containsExactly("2024-01-02 10 x 50", "2024-01-03 40 x 65", "2024-01-09 30 x 70");
        }

        @Test
        void aSalePutsTheAverageBack() {
            String sale = SELL.replace("240.00", "240.00");
            LedgerBook book = read(BUY + SECOND + sale + UNDO_SELL.replace("{50.00 CAD, 2024-01-02}", "{}"));
            assertThat(lots(book).get(3)).isEqualTo("2024-01-08 40 x 65");
        }

        @Test
        void aPurchaseOfWhichASaleTookPartWaitsForTheSale() {
            String undo = UNDO_BUY.replace("{50.00 CAD, 2024-01-02}", "{}");
            try {
                read(BUY + SECOND + SELL + undo);
                throw new AssertionError("It was booked");
            } catch (JournalException e) {
                assertThat(e)
                        .hasMessageContaining("'b1' cannot be reversed: units of RY.TO that it added were sold since");
            }
            assertThat(read(BUY + SECOND + SELL + UNDO_SELL.replace("{50.00 CAD, 2024-01-02}", "{}") + undo)
                            .transactions())
                    .hasSize(5);
        }
    }

    @Nested
    class IsRefused {

        @Test
        void whenItIsPartial() {
            assertThat(faults(BUY + """
                            2024-01-09 * "Half"
                              reverses: "b1"
                              Assets:Stocks  -5 RY.TO {50.00 CAD, 2024-01-02}
                              Expenses:Fees  -5.00 CAD
                              Assets:Cash  255.00 CAD
                            """))
                    .containsExactly("is not the exact negative of 'b1' at main.beancount:15: Assets:Stocks moves -5"
                            + " instead of -10 RY.TO, Assets:Cash moves 255 instead of 505 CAD");
        }

        @Test
        void whenALegIsMissing() {
            assertThat(faults(BUY + UNDO_BUY.replace("  Expenses:Fees  -5.00 CAD\n", "")))
                    .containsExactly("is not the exact negative of 'b1' at main.beancount:15: Expenses:Fees moves 0"
                            + " instead of -5 CAD");
        }

        @Test
        void whenItDangles() {
            assertThat(faults(BUY + UNDO_BUY.replace("\"b1\"", "\"b7\"")))
                    .containsExactly("reverses 'b7', but no entry before it has that id; ids are metadata 'id' or"
                            + " file:line");
        }

        @Test
        void whenItComesBefore() {
            assertThat(faults(BUY + UNDO_BUY.replace("2024-01-09", "2024-01-01")))
                    .anyMatch(what -> what.startsWith("reverses 'b1', but no entry before it has that id"));
        }

        @Test
        void whenItIsTheSecond() {
            assertThat(faults(BUY + UNDO_BUY + UNDO_BUY))
                    .containsExactly("'b1' is reversed at main.beancount:20 already");
        }

        @Test
        void whenItReversesAReversal() {
            assertThat(faults(BUY + UNDO_BUY.replace("reverses:", "id: \"u1\"\n  reverses:") + """
                            2024-01-10 * "Redo"
                              reverses: "u1"
                              Assets:Stocks  10 RY.TO {50.00 CAD}
                              Expenses:Fees  5.00 CAD
                              Assets:Cash  -505.00 CAD
                            """))
                    .containsExactly("'u1' is a reversal itself; enter the transaction anew instead");
        }

        @Test
        void whenUnitsWereSoldSince() {
            assertThat(faults(BUY + SELL + UNDO_BUY))
                    .containsExactly("'b1' cannot be reversed: units of RY.TO that it added were sold since; reverse"
                            + " that sale first");
        }

        @Test
        void whenASplitCameBetween() {
            String all = SELL.replace("-4 ", "-10 ").replace("240.00", "600.00");
            assertThat(faults(BUY + BUY.replace("b1", "b2") + all + """
                            2024-01-06 * "Split"
                              split_to: 2
                              split_from: 1
                              Assets:Stocks  -10 RY.TO {50.00 CAD, 2024-01-02}
                              Assets:Stocks  20 RY.TO {25.00 CAD, 2024-01-02}
                            """
                            + UNDO_SELL.replace("  4 ", "  10 ").replace("240.00", "600.00")))
                    .containsExactly("'s1' cannot be reversed: a corporate action since changed the lots of RY.TO;"
                            + " reverse it first");
        }

        @Test
        void whenItsRateIsAnother() {
            String dollars = """
                    2024-01-02 * "Buy"
                      id: "d1"
                      fx_rate: 1.30
                      Assets:Stocks  10 KO {50.00 USD}
                      Assets:Cash  -500.00 USD
                    2024-01-03 * "Undo"
                      reverses: "d1"
                      fx_rate: 1.31
                      Assets:Stocks  -10 KO {50.00 USD}
                      Assets:Cash  500.00 USD
                    """;
            assertThat(faults(dollars)).containsExactly("fx_rate is 1.31, in the reversed entry 1.30");
            assertThat(read(dollars.replace("  fx_rate: 1.31\n", ""))
                            .transactions()
                            .get(1)
                            .fxRate())
                    .isEqualTo(Optional.of(new BigDecimal("1.30")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{51.00 CAD}", "{50.00 CAD} @ 61.00 CAD"})
        void whenItNamesAnotherCostOrPrice(String terms) {
            String undo = UNDO_SELL.replace("{50.00 CAD, 2024-01-02} @ 60.00 CAD", terms);
            assertThat(faults(BUY + SELL + undo))
                    .hasSize(1)
                    .allMatch(what -> what.startsWith("the reversed entry moves no"));
        }

        @Test
        void whenAnIdStandsTwice() {
            assertThat(faults(BUY + BUY.replace("Buy", "Again")))
                    .containsExactly("the id 'b1' is that of the entry at main.beancount:15 already");
        }
    }
}
