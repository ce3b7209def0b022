package io.dawsos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Journal;
import io.dawsos.ledger.beancount.JournalException;
import io.dawsos.ledger.beancount.JournalSource;
import io.dawsos.ledger.beancount.MetaValue;
import io.dawsos.ledger.beancount.Quantity;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JournalsTest {

    private static LedgerBook read(String entries) {
        return TestingJournal.read(entries);
    }

    private static Currency currency(String code) {
        return Currency.getInstance(code);
    }

    @Test
    void theEuroPortfolioLoads() {
        LedgerBook book = Journals.read(
                JournalSource.directory(Path.of("src/test/resources/ledger/valid")), "euro_portfolio.beancount", "0");
        assertThat(book.base()).isEqualTo(currency("EUR"));
        assertThat(book.lots().stream().map(LotPeriod::symbol).distinct().toList())
                .containsExactly("AAPL", "ASML.AS", "MC.PA", "NESN.SW", "SAP.DE", "SHEL.L");
        LedgerTransaction conversion = book.transactions().stream()
                .filter(entry -> entry.narration().equals("Convert USD to EUR"))
                .findFirst()
                .orElseThrow();
        assertThat(conversion.currency()).isEqualTo(currency("USD"));
        assertThat(conversion.fxRate()).hasValue(new BigDecimal("0.917515"));
        assertThat(conversion.cash())
                .containsExactly(
                        new CashChange(currency("USD"), new BigDecimal("-3000.00")),
                        new CashChange(currency("EUR"), new BigDecimal("2752.55")));
    }

    @Nested
    class ALot {

        @Test
        void boughtAndSoldOnOneDayHasNoPeriod() {
            LedgerBook book = read("""
                    2024-01-02 * "Buy"
                      Assets:Stocks   10 RY.TO {50.00 CAD}
                      Assets:Cash  -500.00 CAD

                    2024-01-02 * "Sell"
                      Assets:Stocks  -10 RY.TO {} @ 60.00 CAD
                      Assets:Cash   600.00 CAD
                      Income:Gains
                    """);
            assertThat(book.lots()).isEmpty();
            assertThat(book.cash())
                    .containsExactly(new CashPeriod(
                            currency("CAD"),
                            LocalDate.parse("2024-01-02"),
                            Optional.empty(),
                            new BigDecimal("100.00")));
        }

        @Test
        void keepsItsStatedDayAndTheRateOfItsPurchase() {
            LedgerBook book = read("""
                    2024-02-01 * "Buy"
                      fx_rate: 1.35
                      Assets:Stocks   10 KO {60.00 USD, 2024-01-15}
                      Assets:Cash  -600.00 USD
                    """);
            assertThat(book.lots())
                    .containsExactly(new LotPeriod(
                            1,
                            "KO",
                            LocalDate.parse("2024-01-15"),
                            LocalDate.parse("2024-02-01"),
                            Optional.empty(),
                            new BigDecimal("10"),
                            new BigDecimal("60.00"),
                            currency("USD"),
                            new BigDecimal("1.35")));
            assertThat(book.lots().get(0).costBase()).isEqualByComparingTo("810");
        }

        @Test
        void splitByAThirdKeepsItsCostToTheCent() {
            LedgerBook book = read("""
                    2024-01-02 * "Buy"
                      Assets:Stocks   1 RY.TO {100.00 CAD}
                      Assets:Cash  -100.00 CAD

                    2024-01-02 * "Buy the same again"
                      Assets:Stocks   2 RY.TO {100.00 CAD}
                      Assets:Cash  -200.00 CAD

                    2024-01-03 * "Split"
                      split_to: 3
                      split_from: 1
                      Assets:Stocks  -3 RY.TO {}
                      Assets:Stocks   9 RY.TO {33.333334 CAD, 2024-01-02}
                    """.replace(
                    "2024-01-02 * \"Buy\"", "option \"inferred_tolerance_default\" \"*:0.005\"\n2024-01-02 * \"Buy\""));
            assertThat(book.transactions().get(2).kind()).isEqualTo(TransactionKind.SPLIT);
            assertThat(book.transactions().get(2).quantity()).isEqualByComparingTo("6");
            assertThat(book.lots().stream()
                            .filter(lot -> lot.until().isEmpty())
                            .map(lot -> lot.lot() + ": " + lot.quantity().toPlainString())
                            .toList())
                    .containsExactly("1: 3", "2: 6");
        }
    }

    @Nested
    class Balance {

        private static final String TWO_ACCOUNTS = """
                2024-01-02 * "Deposit"
                  Assets:Cash            70.00 CAD
                  Assets:Cash:Second     30.00 CAD
                  Equity:Capital       -100.00 CAD
                """;

        @Test
        void countsTheAccountsBelow() {
            Journal journal = Journals.check(
                    TestingSource.of(
                            TestingJournal.HEAD + TWO_ACCOUNTS + "2024-01-03 balance Assets:Cash 100.00 CAD\n"),
                    "main.beancount");
            assertThat(journal.balances().get(0).expected()).isEqualTo(new Quantity(new BigDecimal("100.00"), "CAD"));
        }

        @Test
        void isExactForWholeNumbers() {
            assertThatThrownBy(() -> read(TWO_ACCOUNTS.replace("70.00", "70.20").replace("100.00", "100.20")
                            + "2024-01-03 balance Assets:Cash 100 CAD\n"))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("difference 0.2, tolerance 0");
        }

        @Test
        void allowsWhatItsToleranceAllows() {
            assertThat(read(TWO_ACCOUNTS + "2024-01-03 balance Assets:Cash 100.01 ~ 0.01 CAD\n")
                            .transactions())
                    .hasSize(1);
        }
    }

    @Nested
    class AWorkedOutAmount {

        @Test
        void isRoundedHalfEvenToTheDigitOfTheOtherAmounts() {
            LedgerTransaction sale = read("""
                            2024-01-02 * "Buy"
                              Assets:Stocks   1.5 RY.TO {1.01 CAD}
                              Assets:Cash

                            2024-01-03 * "Sell"
                              Assets:Stocks  -1.5 RY.TO {} @ 2.00 CAD
                              Assets:Cash   3.00 CAD
                              Income:Gains
                            """).transactions().get(1);
            // 3.00 - 1.515 = 1.485, of which the even cent is 1.48
            assertThat(sale.realizedGain()).isEqualTo(new BigDecimal("1.48"));
        }
    }

    @Test
    void cashWhoseDaysChangesCancelOutHasOnePeriod() {
        LedgerBook book = read("""
                2024-01-02 * "Deposit"
                  Assets:Cash     100.00 CAD
                  Equity:Capital -100.00 CAD
                2024-01-05 * "Deposit"
                  Assets:Cash     50.00 CAD
                  Equity:Capital -50.00 CAD
                2024-01-05 * "Withdrawal"
                  Assets:Cash    -50.00 CAD
                  Equity:Capital  50.00 CAD
                2024-01-09 * "Withdrawal"
                  Assets:Cash   -100.00 CAD
                  Equity:Capital 100.00 CAD
                """);
        assertThat(book.cash())
                .containsExactly(new CashPeriod(
                        currency("CAD"),
                        LocalDate.parse("2024-01-02"),
                        Optional.of(LocalDate.parse("2024-01-09")),
                        new BigDecimal("100.00")));
    }

    @Test
    void entriesAreBookedByDateWhateverTheirPlace() {
        LedgerBook book = read("""
                2024-01-03 * "Second"
                  Assets:Cash     1.00 CAD
                  Equity:Capital -1.00 CAD
                2024-01-02 ! "First" #tag ^link
                  Assets:Cash     1.00 CAD
                  Equity:Capital -1.00 CAD
                """);
        assertThat(book.transactions().stream()
                        .map(LedgerTransaction::narration)
                        .toList())
                .containsExactly("First", "Second");
        assertThat(book.transactions().get(0).id()).isEqualTo("main.beancount:18");
    }

    @Test
    void metadataOfAPostingIsKeptWithThePosting() {
        Journal journal = Journals.check(TestingSource.of(TestingJournal.HEAD + """
                                * A heading
                                2024-01-02 * "Deposit"
                                  ; a comment
                                  kind: Assets:Cash
                                  Assets:Cash     1.00 CAD ; another
                                    note: "says \\"hello\\""
                                    day: 2024-01-01
                                    fee: 0.10 CAD
                                    rate: 1,234.5
                                    unit: CAD
                                  Equity:Capital -1.00 CAD
                                """), "main.beancount");
        Directive.Transaction entry = journal.transactions().get(0);
        assertThat(entry.metadata().items()).hasSize(1);
        assertThat(entry.postings().get(0).metadata().items().stream()
                        .map(item -> item.value())
                        .toList())
                .containsExactly(
                        new MetaValue.Text("says \"hello\""),
                        new MetaValue.Day(LocalDate.parse("2024-01-01")),
                        new MetaValue.Money(new Quantity(new BigDecimal("0.10"), "CAD")),
                        new MetaValue.Numeric(new BigDecimal("1234.5")),
                        new MetaValue.Symbol("CAD"));
    }

    @Test
    void fiftyThousandEntriesAreRead() {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < 25_000; i++) {
            entries.append("2024-01-02 * \"Buy\"\n  Assets:Stocks 2 RY.TO {")
                    .append(1 + i % 5000)
                    .append(".00 CAD}\n  Assets:Cash\n");
        }
        for (int i = 0; i < 25_000; i++) {
            String cost = i % 2 == 0 ? "{}" : "{" + (1 + i % 5000) + ".00 CAD}";
            entries.append("2024-01-03 * \"Sell\"\n  Assets:Stocks -1 RY.TO ")
                    .append(cost)
                    .append(" @ 3.00 CAD\n  Assets:Cash 3.00 CAD\n  Income:Gains\n");
        }
        LedgerBook book = read(entries.toString());
        assertThat(book.transactions()).hasSize(50_000);
    }
}
