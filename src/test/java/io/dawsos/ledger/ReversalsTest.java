package io.dawsos.ledger;

import static io.dawsos.ledger.TestingReversals.BUY;
import static io.dawsos.ledger.TestingReversals.SELL;
import static io.dawsos.ledger.TestingReversals.UNDO_BUY;
import static io.dawsos.ledger.TestingReversals.UNDO_SELL;
import static io.dawsos.ledger.TestingReversals.lots;
import static io.dawsos.ledger.TestingReversals.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.ledger.beancount.JournalException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Corrections by reversal. */
class ReversalsTest {

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
}
