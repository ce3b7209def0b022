package io.dawsos.ledger;

/** A small journal in CAD: options and accounts, to which a test adds its entries. */
final class TestingJournal {

    static final String HEAD = """
            option "title" "Test"
            option "operating_currency" "CAD"
            option "booking_method" "FIFO"
            2024-01-01 open Assets:Cash CAD,USD,EUR
            2024-01-01 open Assets:Cash:Second
            2024-01-01 open Assets:Stocks
            2024-01-01 open Equity:Capital
            2024-01-01 open Expenses:Fees
            2024-01-01 open Expenses:Withholding:US
            2024-01-01 open Income:Dividends:RY-TO
            2024-01-01 open Income:Interest
            2024-01-01 open Income:Gains
            2024-01-01 commodity RY.TO
              name: "Royal Bank"
            """;

    private TestingJournal() {}

    static LedgerBook read(String entries) {
        return Journals.read(TestingSource.of(HEAD + entries), "main.beancount", "c0ffee");
    }
}
