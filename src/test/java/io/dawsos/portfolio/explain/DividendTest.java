package io.dawsos.portfolio.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.testing.TestingPacks;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DividendTest {

    private static final String BOUGHT = SmallJournal.buy("2023-06-01", "100", "150.00", "1.34");

    private static Dividend dividend(String gross, String withheld, String net, String rate) {
        return Dividend.of(
                        SmallJournal.facts(BOUGHT + """
                                2024-02-15 * "Dividend AAPL"
                                  type: "dividend"
                                  symbol: "AAPL"
                                  ex_date: 2024-02-09
                                  pay_date: 2024-02-15
                                  fx_rate: %4$s
                                  Assets:Cash  %3$s USD
                                  Expenses:Withholding:US  %2$s USD
                                  Income:Dividends:AAPL  -%1$s USD
                                """.formatted(gross, withheld, net, rate)),
                        new TransactionRates(SmallJournal.CAD, List.of()))
                .get(0);
    }

    /** Gross, tax, net, rate of the pay date, and the same three in base currency; beside it the wrong amount at the rate of the ex-date. */
    @ParameterizedTest
    @CsvSource({
        "24.00, 0.00, 24.00, 1.3675, 32.82, 0, 32.82, 1.3500, 32.40",
        "24.00, 0.00, 24.00, 1.36, 32.64, 0, 32.64, 1.34, 32.16",
        "25.00, 3.75, 21.25, 1.36, 34.00, 5.10, 28.90, 1.34, 28.475",
        "34.00, 0.00, 34.00, 1.36, 46.24, 0, 46.24, 1.35, 45.90",
        "1200.00, 180.00, 1020.00, 1.36, 1632.00, 244.80, 1387.20, 1.34, 1366.80",
        "1.00, 0.10, 0.90, 1, 1.00, 0.10, 0.90, 2, 1.80",
        "0.88, 0.00, 0.88, 1.36, 1.1968, 0, 1.1968, 1.35, 1.188"
    })
    void isConvertedAtTheRateOfThePayDateAndNeverOfTheExDate(
            String gross,
            String withheld,
            String net,
            String rate,
            String grossBase,
            String withheldBase,
            String netBase,
            String exRate,
            String wrong) {
        Dividend dividend = dividend(gross, withheld, net, rate);
        assertThat(dividend.grossBase()).isEqualByComparingTo(grossBase);
        assertThat(dividend.withheldBase()).isEqualByComparingTo(withheldBase);
        assertThat(dividend.netBase()).isEqualByComparingTo(netBase);
        assertThat(dividend.net().multiply(new BigDecimal(exRate)))
                .isEqualByComparingTo(wrong)
                .isNotEqualByComparingTo(dividend.netBase());
    }

    @Test
    void isOfTheUnitsHeldBeforeTheExDate() {
        Dividend dividend = dividend("24.00", "0.00", "24.00", "1.3675");
        assertThat(dividend.units())
                .hasValueSatisfying(units -> assertThat(units).isEqualByComparingTo("100"));
        assertThat(dividend.perUnit())
                .hasValueSatisfying(amount -> assertThat(amount).isEqualByComparingTo("0.24"));
    }

    @Test
    void withoutAStatedRateIsConvertedAtThePackOfThePayDate() {
        LedgerFacts.Facts facts = SmallJournal.facts(BOUGHT + """
                2024-02-15 * "Dividend AAPL"
                  type: "dividend"
                  symbol: "AAPL"
                  ex_date: 2024-02-09
                  pay_date: 2024-02-15
                  Assets:Cash  24.00 USD
                  Income:Dividends:AAPL  -24.00 USD
                """);
        TransactionRates rates = new TransactionRates(
                SmallJournal.CAD,
                List.of(
                        TestingPacks.on("2024-02-09")
                                .rate("USD", "CAD", "1.3500")
                                .book(),
                        TestingPacks.on("2024-02-15")
                                .rate("USD", "CAD", "1.3675")
                                .book()));
        assertThat(Dividend.of(facts, rates).get(0).netBase()).isEqualByComparingTo("32.82");
    }
}
