package io.dawsos.portfolio;

import static io.dawsos.portfolio.TestingGoldens.rate;
import static io.dawsos.portfolio.TestingGoldens.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.ledger.LedgerTransaction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference cases of dividends: gross, tax and net at the rate of the pay date, to the cent. */
class DividendGoldensTest {

    private static LedgerTransaction paid(String gross, String withheld, String payRate) {
        BigDecimal net = new BigDecimal(gross).subtract(new BigDecimal(withheld));
        return read("""
                        2024-08-15 * "Dividend"
                          type: "dividend"
                          symbol: "AAPL"
                          fx_rate: %s
                          ex_date: 2024-08-01
                          pay_date: 2024-08-15
                          Assets:Portfolio:Cash  %s USD
                          Expenses:Withholding:US  %s USD
                          Income:Dividends  -%s USD
                        """.formatted(payRate, net.toPlainString(), withheld, gross))
                .transactions()
                .get(0);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }

    /** Gross in local currency, withheld, rate of the ex-date and of the pay date; gross, tax and net in base; the error. */
    @ParameterizedTest
    @CsvSource({
        "24.00, 0.00, 1.34, 1.36, 32.64, 0.00, 32.64, 0.48",
        "25.00, 3.75, 1.34, 1.36, 34.00, 5.10, 28.90, 0.425",
        "24.00, 0.00, 1.3500, 1.3675, 32.82, 0.00, 32.82, 0.42",
        "34.00, 0.00, 1.34, 1.36, 46.24, 0.00, 46.24, 0.68",
        "1200.00, 180.00, 1.34, 1.36, 1632.00, 244.80, 1387.20, 20.40",
        "0.88, 0.00, 1.34, 1.36, 1.1968, 0.00, 1.1968, 0.0176",
        // an ADR of a Taiwanese company, 21 % withheld
        "55.28, 11.61, 1.3412, 1.3788, 76.220064, 16.007868, 60.212196, 1.641992",
    })
    void isConvertedAtTheRateOfThePayDay(
            String gross,
            String withheld,
            String exRate,
            String payRate,
            String grossBase,
            String taxBase,
            String netBase,
            String error) {
        LedgerTransaction dividend = paid(gross, withheld, payRate);
        BigDecimal rate = rate(dividend);
        BigDecimal net = dividend.cash().get(0).amount();
        assertThat(dividend.gross().multiply(rate)).isEqualByComparingTo(grossBase);
        assertThat(dividend.withheld().multiply(rate)).isEqualByComparingTo(taxBase);
        assertThat(net.multiply(rate)).isEqualByComparingTo(netBase);
        assertThat(net.multiply(rate).subtract(net.multiply(new BigDecimal(exRate))))
                .isEqualByComparingTo(error);
        assertThat(dividend.payDate()).contains(dividend.date());
    }

    @Test
    void atTheRateOfTheExDateWouldBeOffByMoreThanABasisPoint() {
        LedgerTransaction dividend = paid("24.00", "0.00", "1.3675");
        BigDecimal right = dividend.gross().multiply(rate(dividend));
        BigDecimal wrong = dividend.gross().multiply(new BigDecimal("1.3500"));
        assertThat(cents(right.subtract(wrong))).isEqualByComparingTo("0.42");
        assertThat(right.subtract(wrong).doubleValue() / right.doubleValue() * 10_000)
                .isBetween(127.0, 129.0);
    }

    @Test
    void isGrossLessTax() {
        LedgerTransaction dividend = paid("1.00", "0.10", "1.36");
        assertThat(dividend.cash().get(0).amount()).isEqualByComparingTo("0.90");
        assertThat(dividend.gross().subtract(dividend.withheld()))
                .isEqualByComparingTo(dividend.cash().get(0).amount());
    }
}
