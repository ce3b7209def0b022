package io.dawsos.bookkeeping;

import io.dawsos.ledger.JournalText;

/** The accounts that entries of the service are posted to; the demo journal has the same. */
final class JournalAccounts {

    static final String CASH = "Assets:Broker:Cash";
    static final String POSITIONS = "Assets:Broker:Positions";
    static final String CONTRIBUTIONS = "Equity:Contributions";
    static final String WITHDRAWALS = "Equity:Withdrawals";
    static final String COMMISSIONS = "Expenses:Commissions";

    private JournalAccounts() {}

    static String gains(String symbol) {
        return "Income:CapitalGains:" + JournalText.accountPart(symbol);
    }

    static String dividends(String symbol) {
        return "Income:Dividends:" + JournalText.accountPart(symbol);
    }

    /** Tax withheld by a country, ISO 3166 alpha-2. */
    static String withholding(String country) {
        return "Expenses:Withholding:" + country;
    }
}
