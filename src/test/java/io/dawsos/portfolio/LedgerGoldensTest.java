package io.dawsos.portfolio;

import static io.dawsos.portfolio.TestingGoldens.rate;
import static io.dawsos.portfolio.TestingGoldens.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.TransactionKind;
import io.dawsos.testing.TestingHoldings;
import io.dawsos.testing.TestingPacks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference cases of the ledger as journals: cost, valuation, cash, gains and splits, to the cent. */
class LedgerGoldensTest {

    private static final Currency CAD = Currency.getInstance("CAD");

    @Nested
    class TheCanadianBook {

        private final LedgerBook book = read("""
                2024-01-02 * "AAPL"
                  fx_rate: 1.35
                  Assets:Portfolio:Stocks  100 AAPL {150 USD}
                  Assets:Portfolio:Cash  -15000 USD
                2024-01-02 * "MSFT"
                  fx_rate: 1.34
                  Assets:Portfolio:Stocks  50 MSFT {400 USD}
                  Assets:Portfolio:Cash  -20000 USD
                2024-01-02 * "GOOGL"
                  fx_rate: 1.36
                  Assets:Portfolio:Stocks  30 GOOGL {150 USD}
                  Assets:Portfolio:Cash  -4500 USD
                2024-01-02 * "TD.TO"
                  Assets:Portfolio:Stocks  200 TD.TO {80 CAD}
                  Assets:Portfolio:Cash  -16000 CAD
                """);
        private final Valuation valuation = Valuation.of(
                new Holdings(
                        LocalDate.of(2024, 10, 21),
                        TestingHoldings.on(book, LocalDate.of(2024, 10, 21)).lots(),
                        List.of()),
                TestingPacks.on("2024-10-21")
                        .price("AAPL", "225", "USD")
                        .price("MSFT", "420", "USD")
                        .price("GOOGL", "170", "USD")
                        .price("TD.TO", "85", "CAD")
                        .rate("USD", "CAD", "1.38")
                        .book(),
                CAD);

        @Test
        void costsEachPurchaseAtItsOwnRate() {
            assertThat(valuation.positions())
                    .extracting(position -> position.symbol() + " "
                            + position.costBasis().stripTrailingZeros().toPlainString())
                    .containsExactly("AAPL 20250", "GOOGL 6120", "MSFT 26800", "TD.TO 16000");
            assertThat(valuation.positions().stream()
                            .map(ValuedPosition::costBasis)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("69170");
        }

        @Test
        void isWorthEightyFourThousandAndSixtyEight() {
            assertThat(valuation.positions())
                    .extracting(position -> position.symbol() + " "
                            + position.marketValue()
                                    .orElseThrow()
                                    .stripTrailingZeros()
                                    .toPlainString())
                    .containsExactly("AAPL 31050", "GOOGL 7038", "MSFT 28980", "TD.TO 17000");
            assertThat(valuation.totalValue()).isEqualByComparingTo("84068");
        }
    }

    /** The sample journal, in valid double entry: US securities are paid from the CAD account. */
    @Nested
    class TheSampleJournal {

        private static final String ENTRIES = """
                2024-01-01 * "Opening"
                  Assets:Portfolio:Cash  100000.00 CAD
                  Equity:Opening-Balances
                2024-01-15 * "Buy 100 AAPL"
                  fx_rate: 1.34
                  Assets:Portfolio:Stocks  100 AAPL {150.00 USD}
                  Assets:Portfolio:Cash  -20100.00 CAD @@ 15000.00 USD
                2024-02-01 * "Buy 50 MSFT"
                  fx_rate: 1.34
                  Assets:Portfolio:Stocks  50 MSFT {300.00 USD}
                  Assets:Portfolio:Cash  -20100.00 CAD @@ 15000.00 USD
                2024-02-15 * "Buy 100 RY.TO"
                  Assets:Portfolio:Stocks  100 RY.TO {120.00 CAD}
                  Assets:Portfolio:Cash  -12000.00 CAD
                2024-03-01 * "Buy 80 TD.TO"
                  Assets:Portfolio:Stocks  80 TD.TO {75.00 CAD}
                  Assets:Portfolio:Cash  -6000.00 CAD
                2024-08-15 * "Dividend AAPL"
                  symbol: "AAPL"
                  fx_rate: 1.36
                  ex_date: 2024-08-01
                  pay_date: 2024-08-15
                  Assets:Portfolio:Cash  32.64 CAD @@ 24.00 USD
                  Income:Dividends  -24.00 USD
                2024-08-20 * "Dividend MSFT"
                  symbol: "MSFT"
                  fx_rate: 1.36
                  Assets:Portfolio:Cash  46.24 CAD @@ 34.00 USD
                  Income:Dividends  -34.00 USD
                2024-09-01 * "Dividend RY.TO"
                  symbol: "RY.TO"
                  Assets:Portfolio:Cash  120.00 CAD
                  Income:Dividends
                2024-09-15 * "Dividend TD.TO"
                  symbol: "TD.TO"
                  Assets:Portfolio:Cash  76.80 CAD
                  Income:Dividends
                2024-10-01 * "Sell 50 AAPL"
                  fx_rate: 1.36
                  Assets:Portfolio:Stocks  -50 AAPL {150.00 USD} @ 180.00 USD
                  Assets:Portfolio:Cash  12240.00 CAD @@ 9000.00 USD
                  Income:CapitalGains  -1500.00 USD
                2024-10-15 * "Fee"
                  Expenses:Fees  50.00 CAD
                  Assets:Portfolio:Cash
                """;

        private final LedgerBook book = read(ENTRIES + "2024-10-31 balance Assets:Portfolio:Cash 54265.68 CAD\n");

        @Test
        void holdsCashOfFiftyFourThousandTwoHundredAndSixtyFiveDollars() {
            assertThat(TestingHoldings.amount(TestingHoldings.on(book, LocalDate.of(2024, 10, 30)), "CAD"))
                    .isEqualByComparingTo("54265.68");
        }

        @Test
        void refusesTheAssertionThatIsOneDollarOff() {
            assertThatThrownBy(() -> read(ENTRIES + "2024-10-31 balance Assets:Portfolio:Cash 54264.68 CAD\n"))
                    .hasMessageContaining(
                            "holds 54265.68 CAD at the start of 2024-10-31, not 54264.68 CAD (difference 1,");
        }

        @Test
        void isWorthOneHundredAndTenThousand() {
            Valuation valuation = Valuation.of(
                    TestingHoldings.on(book, LocalDate.of(2024, 10, 31)),
                    TestingPacks.on("2024-10-31")
                            .price("AAPL", "190", "USD")
                            .price("MSFT", "350", "USD")
                            .price("RY.TO", "130", "CAD")
                            .price("TD.TO", "80", "CAD")
                            .rate("USD", "CAD", "1.36")
                            .book(),
                    CAD);
            assertThat(valuation.securitiesValue()).isEqualByComparingTo("56120");
            assertThat(valuation.totalValue()).isEqualByComparingTo("110385.68");
        }

        @Test
        void realizesPriceRateAndBothTogether() {
            LedgerTransaction sale = book.transactions().stream()
                    .filter(entry -> entry.kind() == TransactionKind.SELL)
                    .findFirst()
                    .orElseThrow();
            BigDecimal bought = book.lots().get(0).fxRate();
            BigDecimal change = rate(sale).subtract(bought);
            BigDecimal cost = sale.quantity().negate().multiply(new BigDecimal("150.00"));
            BigDecimal price = sale.realizedGain().multiply(bought);
            BigDecimal currency = cost.multiply(change);
            BigDecimal both = sale.realizedGain().multiply(change);
            assertThat(price).isEqualByComparingTo("2010");
            assertThat(currency).isEqualByComparingTo("150");
            assertThat(both).isEqualByComparingTo("30");
            // the two-part form of the same: price at the rate of the sale
            assertThat(price.add(both)).isEqualByComparingTo("2040");
            BigDecimal proceeds = sale.cash().get(0).amount();
            assertThat(proceeds.subtract(cost.multiply(bought))).isEqualByComparingTo("2190");
            assertThat(price.add(currency).add(both)).isEqualByComparingTo("2190");
        }
    }

    /** Units and cost before, ratio, units and cost after. */
    @ParameterizedTest
    @CsvSource({"100, 1200, 10, 1000, 120", "100, 500, 2, 200, 250"})
    void aSplitKeepsTheTotalCost(String units, String cost, String ratio, String after, String costAfter) {
        LedgerBook book = read("""
                2024-01-02 * "Buy"
                  fx_rate: 1.35
                  Assets:Portfolio:Stocks  %s NVDA {%s USD}
                  Assets:Portfolio:Cash
                2024-06-10 * "Split"
                  split_to: %s
                  split_from: 1
                  Assets:Portfolio:Stocks  -%s NVDA {%s USD, 2024-01-02}
                  Assets:Portfolio:Stocks  %s NVDA {%s USD, 2024-01-02}
                """.formatted(units, cost, ratio, units, cost, after, costAfter));
        assertThat(book.lots()).hasSize(2);
        assertThat(book.lots().get(1).quantity()).isEqualByComparingTo(after);
        assertThat(book.lots().get(1).unitCost()).isEqualByComparingTo(costAfter);
        assertThat(book.lots().get(1).costBase())
                .isEqualByComparingTo(book.lots().get(0).costBase());
        assertThat(book.transactions().get(1).realizedGain()).isEqualByComparingTo("0");
    }
}
