package io.dawsos.ledger;

import io.dawsos.ledger.beancount.JournalException;
import io.dawsos.ledger.beancount.JournalFault;
import java.util.List;

/** Two lots and what is left of them, for tests of corporate actions. */
final class TestingActions {

    private TestingActions() {}

    /** 100 at 50 USD and 40 at 60 USD. */
    static final String TWO_LOTS = """
            2022-01-05 * "Buy"
              fx_rate: 1.25
              Assets:Stocks  100 OLD {50.00 USD}
              Assets:Cash  -5000.00 USD
            2023-01-05 * "Buy"
              fx_rate: 1.35
              Assets:Stocks  40 OLD {60.00 USD}
              Assets:Cash  -2400.00 USD
            """;

    static LedgerBook read(String entries) {
        return Journals.read(
                TestingSource.of(TestingJournal.HEAD.replace("2024-01-01", "2022-01-01") + entries),
                "main.beancount",
                "c0ffee");
    }

    static List<String> faults(String entries) {
        try {
            read(entries);
        } catch (JournalException e) {
            return e.faults().stream().map(JournalFault::what).toList();
        }
        throw new AssertionError("It was booked");
    }

    static List<String> open(LedgerBook book) {
        return book.lots().stream()
                .filter(lot -> lot.until().isEmpty())
                .map(lot -> lot.quantity().stripTrailingZeros().toPlainString() + " " + lot.symbol() + " x "
                        + lot.unitCost().stripTrailingZeros().toPlainString() + " " + lot.acquired() + " fx "
                        + lot.fxRate())
                .toList();
    }

    static LedgerTransaction last(LedgerBook book) {
        return book.transactions().get(book.transactions().size() - 1);
    }
}
