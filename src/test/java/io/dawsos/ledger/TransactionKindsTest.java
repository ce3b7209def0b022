package io.dawsos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Without metadata the postings tell what an entry is. */
class TransactionKindsTest {

    private static LedgerTransaction only(String entries) {
        LedgerBook book = TestingJournal.read(entries);
        assertThat(book.transactions()).hasSize(1);
        return book.transactions().get(0);
    }

    private static Currency currency(String code) {
        return Currency.getInstance(code);
    }

    @Test
    void cashFromEquityIsADeposit() {
        LedgerTransaction entry = only("""
                2024-01-02 * "Bank" "Deposit"
                  Assets:Cash     1000.00 CAD
                  Equity:Capital
                """);
        assertThat(entry.kind()).isEqualTo(TransactionKind.DEPOSIT);
        assertThat(entry.isExternalFlow()).isTrue();
        assertThat(entry.narration()).isEqualTo("Deposit");
        assertThat(entry.fxRate()).hasValue(BigDecimal.ONE);
        assertThat(entry.symbol()).isEmpty();
        assertThat(entry.price()).isEmpty();
    }

    @Test
    void cashToEquityIsAWithdrawalAndItsFeeIsNoFlow() {
        LedgerTransaction entry = only("""
                2024-01-02 * "Withdrawal"
                  Assets:Cash     -1000.00 USD
                  Equity:Capital    990.00 USD
                  Expenses:Fees      10.00 USD
                """);
        assertThat(entry.kind()).isEqualTo(TransactionKind.WITHDRAWAL);
        assertThat(entry.commission()).isEqualByComparingTo("10");
        assertThat(entry.fxRate()).isEmpty();
    }

    @Test
    void twoCurrenciesAreAConversion() {
        LedgerTransaction entry = only("""
                2024-01-02 * "Convert"
                  Assets:Cash  -1350.00 CAD @@ 1000.00 USD
                  Assets:Cash   1000.00 USD
                """);
        assertThat(entry.kind()).isEqualTo(TransactionKind.CONVERSION);
        assertThat(entry.currency()).isEqualTo(currency("USD"));
    }

    @Test
    void cashFromIncomeIsInterestAndTaxIsWithheld() {
        LedgerTransaction entry = only("""
                2024-01-02 * "Interest"
                  Assets:Cash               8.50 USD
                  Expenses:Withholding:US   1.50 USD
                  Income:Interest
                """);
        assertThat(entry.kind()).isEqualTo(TransactionKind.INCOME);
        assertThat(entry.gross()).isEqualByComparingTo("10");
        assertThat(entry.withheld()).isEqualByComparingTo("1.5");
    }

    @Test
    void aDividendNamesItsSecurityByItsAccount() {
        LedgerTransaction entry = only("""
                2024-01-02 * "Dividend"
                  Assets:Cash   8.50 CAD
                  Income:Dividends:RY-TO
                """);
        assertThat(entry.kind()).isEqualTo(TransactionKind.DIVIDEND);
        assertThat(entry.symbol()).hasValue("RY.TO");
    }

    @Test
    void cashForAnExpenseIsAFee() {
        LedgerTransaction entry = only("""
                2024-01-02 txn "Fee"
                  Expenses:Fees  25 CAD
                  Assets:Cash
                """);
        assertThat(entry.kind()).isEqualTo(TransactionKind.FEE);
        assertThat(entry.commission()).isZero();
        assertThat(entry.cash()).containsExactly(new CashChange(currency("CAD"), new BigDecimal("-25")));
    }

    @Test
    void unitsComeByBuyingAndGoBySelling() {
        List<LedgerTransaction> entries = TestingJournal.read("""
                        2024-01-02 * "Buy"
                          Assets:Stocks   10 RY.TO {50.00 CAD}
                          Assets:Stocks   30 RY.TO {54.00 CAD}
                          Assets:Cash

                        2024-01-03 * "Sell"
                          Assets:Stocks  -20 RY.TO {54.00 CAD} @@ 1200.00 CAD
                          Assets:Cash   1195.00 CAD
                          Expenses:Fees    5.00 CAD
                          Income:Gains
                        """).transactions();
        assertThat(entries.get(0).kind()).isEqualTo(TransactionKind.BUY);
        assertThat(entries.get(0).price().orElseThrow()).isEqualByComparingTo("53");
        assertThat(entries.get(1).kind()).isEqualTo(TransactionKind.SELL);
        assertThat(entries.get(1).price().orElseThrow()).isEqualByComparingTo("60");
        assertThat(entries.get(1).realizedGain()).isEqualByComparingTo("120");
    }
}
