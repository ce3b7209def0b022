package io.dawsos.portfolio;

import io.dawsos.ledger.Journals;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.TestingSource;
import java.math.BigDecimal;

/** Journals of the reference cases, whose accounts are open. */
final class TestingGoldens {

    private static final String HEAD = """
            option "operating_currency" "CAD"
            option "booking_method" "FIFO"
            2023-01-01 open Assets:Portfolio:Cash
            2023-01-01 open Assets:Portfolio:Stocks
            2023-01-01 open Equity:Opening-Balances
            2023-01-01 open Expenses:Fees
            2023-01-01 open Expenses:Withholding:US
            2023-01-01 open Income:Dividends
            2023-01-01 open Income:CapitalGains
            """;

    private TestingGoldens() {}

    static LedgerBook read(String entries) {
        return Journals.read(TestingSource.of(HEAD + entries), "main.beancount", "0".repeat(40));
    }

    static BigDecimal rate(LedgerTransaction entry) {
        return entry.fxRate().orElseThrow();
    }
}
