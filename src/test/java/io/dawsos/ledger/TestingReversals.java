package io.dawsos.ledger;

import io.dawsos.ledger.beancount.JournalException;
import io.dawsos.ledger.beancount.JournalFault;
import java.util.List;

/** A purchase, a sale and their reversals. */
final class TestingReversals {

    private TestingReversals() {}

    static final String BUY = """
            2024-01-02 * "Buy"
              id: "b1"
              Assets:Stocks  10 RY.TO {50.00 CAD}
              Expenses:Fees  5.00 CAD
              Assets:Cash  -505.00 CAD
            """;

    static final String SELL = """
            2024-01-05 * "Sell"
              id: "s1"
              Assets:Stocks  -4 RY.TO {} @ 60.00 CAD
              Assets:Cash  240.00 CAD
              Income:Gains
            """;

    static final String UNDO_BUY = """
            2024-01-09 * "Undo the purchase"
              reverses: "b1"
              Assets:Stocks  -10 RY.TO {50.00 CAD, 2024-01-02}
              Expenses:Fees  -5.00 CAD
              Assets:Cash  505.00 CAD
            """;

    static final String UNDO_SELL = """
            2024-01-08 * "Undo the sale"
              reverses: "s1"
              Assets:Stocks  4 RY.TO {50.00 CAD, 2024-01-02} @ 60.00 CAD
              Assets:Cash  -240.00 CAD
              Income:Gains
            """;

    static LedgerBook read(String entries) {
        return TestingJournal.read(entries);
    }

    static List<String> faults(String entries) {
        try {
            TestingJournal.read(entries);
        } catch (JournalException e) {
            return e.faults().stream().map(JournalFault::what).toList();
        }
        throw new AssertionError("It was booked");
    }

    static List<String> lots(LedgerBook book) {
        return book.lots().stream()
                .map(lot ->
                        lot.from() + " " + lot.quantity().stripTrailingZeros().toPlainString() + " x "
                                + lot.unitCost().stripTrailingZeros().toPlainString())
                .toList();
    }
}
