package io.dawsos.portfolio.explain;

import io.dawsos.ledger.Journals;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.TestingSource;
import io.dawsos.portfolio.explain.LedgerFacts.Facts;
import io.dawsos.testing.TestingExplanations;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/** Entries of a Beancount journal in CAD, read and booked as a ledger is. */
final class SmallJournal {

    static final Currency CAD = Currency.getInstance("CAD");

    private static final String HEAD = """
            option "operating_currency" "CAD"
            option "booking_method" "FIFO"
            2020-01-01 open Assets:Cash
            2020-01-01 open Assets:Stocks
            2020-01-01 open Equity:Capital
            2020-01-01 open Expenses:Commissions
            2020-01-01 open Expenses:Fees
            2020-01-01 open Expenses:Withholding:US
            2020-01-01 open Income:Dividends:AAPL
            2020-01-01 open Income:Gains
            2020-01-01 open Income:Interest
            2020-01-01 commodity AAPL
            """;

    private SmallJournal() {}

    static LedgerBook book(String entries) {
        return Journals.read(TestingSource.of(HEAD + entries), "main.beancount", "c".repeat(40));
    }

    static Facts facts(String entries) {
        return TestingExplanations.facts(book(entries));
    }

    /** The gains of all sales, at the rates that the entries state. */
    static RealizedGains gains(String entries) {
        return RealizedGains.of(facts(entries), new TransactionRates(CAD, List.of()));
    }

    static String buy(String day, String units, String price, String fx) {
        return """
                %1$s * "Buy"
                  type: "buy"
                  symbol: "AAPL"
                  fx_rate: %4$s
                  Assets:Stocks  %2$s AAPL {%3$s USD}
                  Assets:Cash
                """.formatted(day, units, price, fx);
    }

    static String sell(String day, String units, String price, String fx) {
        return sell(day, units, "{}", price, fx);
    }

    static String sell(String day, String units, String cost, String price, String fx) {
        String proceeds = new BigDecimal(units)
                .multiply(new BigDecimal(price))
                .setScale(2, RoundingMode.HALF_EVEN)
                .toPlainString();
        return """
                %1$s * "Sell"
                  type: "sell"
                  symbol: "AAPL"
                  fx_rate: %5$s
                  Assets:Stocks  -%2$s AAPL %3$s @ %4$s USD
                  Assets:Cash  %6$s USD
                  Income:Gains
                """.formatted(day, units, cost, price, fx, proceeds);
    }
}
