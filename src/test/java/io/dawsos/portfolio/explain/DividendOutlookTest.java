package io.dawsos.portfolio.explain;

import static io.dawsos.portfolio.explain.SmallJournal.buy;
import static io.dawsos.portfolio.explain.SmallJournal.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.portfolio.explain.LedgerFacts.Facts;
import io.dawsos.testing.TestingActions;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DividendOutlookTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 6, 28);
    private static final String BOUGHT = buy("2023-01-16", "100", "150.00", "1.34");

    private static String received(String exDate, String payDate, String gross, String withheld) {
        return """
                %2$s * "Dividend AAPL"
                  type: "dividend"
                  symbol: "AAPL"
                  ex_date: %1$s
                  pay_date: %2$s
                  fx_rate: 1.36
                  Assets:Cash
                  Expenses:Withholding:US  %4$s USD
                  Income:Dividends:AAPL  -%3$s USD
                """.formatted(exDate, payDate, gross, withheld);
    }

    private static DividendOutlook outlook(String entries, CorporateAction... actions) {
        Facts facts = SmallJournal.facts(entries);
        return new DividendOutlook(
                TODAY, facts, List.of(actions), Dividend.of(facts, new TransactionRates(SmallJournal.CAD, List.of())));
    }

    private static String text(ExpectedDividend dividend) {
        return (dividend.estimated() ? "estimated " : "declared ") + dividend.exDate() + " "
                + dividend.units().stripTrailingZeros().toPlainString() + " x "
                + dividend.amount().stripTrailingZeros().toPlainString() + " " + dividend.basis();
    }

    @Test
    void theDividendsOfTheLastTwelveMonthsComeAgain() {
        DividendOutlook outlook = outlook(BOUGHT
                + received("2023-05-12", "2023-05-18", "24.00", "3.60")
                + received("2023-08-11", "2023-08-17", "24.00", "3.60")
                + received("2024-05-10", "2024-05-16", "25.00", "3.75"));
        assertThat(outlook.unknown("AAPL")).isEmpty();
        List<ExpectedDividend> expected = outlook.nextYear("AAPL");
        assertThat(expected)
                .extracting(DividendOutlookTest::text)
                .containsExactly("estimated 2024-08-11 100 x 0.24 ledger", "estimated 2025-05-10 100 x 0.25 ledger");
        assertThat(expected.get(0).payDate()).hasValue(LocalDate.of(2024, 8, 17));
        assertThat(expected.get(0).net())
                .hasValueSatisfying(
                        net -> assertThat(net).isEqualByComparingTo("20.40")); // 15 % withheld, as the last time
    }

    @Test
    void theUnitsAreThoseHeldNow() {
        DividendOutlook outlook = outlook(BOUGHT
                + received("2023-08-11", "2023-08-17", "24.00", "0.00")
                + sell("2024-02-01", "40", "180.00", "1.35"));
        assertThat(outlook.nextYear("AAPL"))
                .extracting(DividendOutlookTest::text)
                .containsExactly("estimated 2024-08-11 60 x 0.24 ledger");
    }

    @Test
    void whatWasSoldOutPaysNothingMore() {
        DividendOutlook outlook = outlook(
                BOUGHT
                        + received("2023-08-11", "2023-08-17", "24.00", "0.00")
                        + sell("2024-02-01", "100", "180.00", "1.35"),
                TestingActions.dividend("AAPL", "2023-05-12", "2023-05-18", "0.24", "USD", ""));
        assertThat(outlook.nextYear("AAPL")).isEmpty();
        assertThat(outlook.dividendsUntil(TODAY.plusDays(90))).isEmpty();
    }

    @Test
    void aSplitSinceDividesTheAmount() {
        DividendOutlook outlook = outlook(BOUGHT + received("2023-08-11", "2023-08-17", "24.00", "0.00") + """
                2024-06-10 * "Split"
                  type: "split"
                  symbol: "AAPL"
                  split_to: 4
                  split_from: 1
                  Assets:Stocks  -100 AAPL {150.00 USD, 2023-01-16}
                  Assets:Stocks  400 AAPL {37.50 USD, 2023-01-16}
                """);
        assertThat(outlook.nextYear("AAPL"))
                .extracting(DividendOutlookTest::text)
                .containsExactly("estimated 2024-08-11 400 x 0.06 ledger");
    }

    @Nested
    class ADeclaredDividend {

        private final DividendOutlook outlook = outlook(
                BOUGHT
                        + received("2023-08-11", "2023-08-17", "24.00", "0.00")
                        + received("2024-05-10", "2024-05-16", "25.00", "0.00"),
                TestingActions.dividend("AAPL", "2024-08-12", "2024-08-15", "0.26", "USD", "2024-06-20"));

        @Test
        void takesThePlaceOfTheEstimateOfItsSeason() {
            assertThat(outlook.nextYear("AAPL"))
                    .extracting(DividendOutlookTest::text)
                    .containsExactly(
                            "declared 2024-08-12 100 x 0.26 TESTACTIONS", "estimated 2025-05-10 100 x 0.25 ledger");
        }

        @Test
        void comesWithinTheDaysAskedForAndNotBefore() {
            assertThat(outlook.dividendsUntil(LocalDate.of(2024, 8, 11))).isEmpty();
            assertThat(outlook.dividendsUntil(LocalDate.of(2024, 8, 12)))
                    .extracting(DividendOutlookTest::text)
                    .containsExactly("declared 2024-08-12 100 x 0.26 TESTACTIONS");
        }
    }

    @Test
    void afterTheExDateTheUnitsHeldBeforeItCountUntilItIsPaid() {
        DividendOutlook outlook = outlook(
                BOUGHT + sell("2024-06-21", "100", "180.00", "1.35"),
                TestingActions.dividend("AAPL", "2024-06-20", "2024-07-05", "0.26", "USD", "2024-06-01"));
        assertThat(outlook.held()).isEmpty();
        assertThat(outlook.dividendsUntil(TODAY.plusDays(30)))
                .extracting(DividendOutlookTest::text)
                .containsExactly("declared 2024-06-20 100 x 0.26 TESTACTIONS");
    }

    @Nested
    class WithoutTwelveMonths {

        @Test
        void nothingIsEstimatedAndTheReasonSaid() {
            DividendOutlook outlook = outlook(
                    buy("2023-09-01", "100", "150.00", "1.34") + received("2024-02-09", "2024-02-15", "24.00", "0.00"));
            assertThat(outlook.unknown("AAPL"))
                    .hasValue("Dividends of AAPL are known from 2023-09-01 on only; an estimate needs the twelve months"
                            + " up to 2024-06-28");
            assertThat(outlook.nextYear("AAPL")).isEmpty();
        }

        @Test
        void referenceDataOfAYearAgoIsEnough() {
            DividendOutlook outlook = outlook(
                    buy("2024-06-03", "100", "150.00", "1.34"),
                    TestingActions.dividend("AAPL", "2023-05-12", "2023-05-18", "0.24", "USD", ""),
                    TestingActions.dividend("AAPL", "2023-08-11", "2023-08-17", "0.24", "USD", ""));
            assertThat(outlook.unknown("AAPL")).isEmpty();
            assertThat(outlook.nextYear("AAPL"))
                    .extracting(DividendOutlookTest::text)
                    .containsExactly("estimated 2024-08-11 100 x 0.24 TESTACTIONS");
            assertThat(outlook.nextYear("AAPL").get(0).net())
                    .as("no dividend was received yet")
                    .isEmpty();
        }

        @Test
        void aBreakInTheHoldingBeginsAnew() {
            DividendOutlook outlook = outlook(
                    BOUGHT + sell("2023-12-01", "100", "180.00", "1.35") + buy("2024-01-15", "10", "170.00", "1.35"));
            assertThat(outlook.unknown("AAPL"))
                    .hasValueSatisfying(reason -> assertThat(reason).contains("known from 2024-01-15 on only"));
        }
    }

    @Test
    void aYearWithoutADividendExpectsNone() {
        DividendOutlook outlook = outlook(BOUGHT);
        assertThat(outlook.unknown("AAPL")).isEmpty();
        assertThat(outlook.nextYear("AAPL")).isEmpty();
    }

    @Test
    void aDeclaredSplitOfWhatIsHeldComes() {
        DividendOutlook outlook = outlook(
                BOUGHT,
                TestingActions.split("AAPL", "2024-07-10", "4", "1"),
                TestingActions.split("MSFT", "2024-07-10", "2", "1"));
        assertThat(outlook.splitsUntil(TODAY.plusDays(30)))
                .extracting(CorporateAction::symbol)
                .containsExactly("AAPL");
        assertThat(outlook.splitsUntil(TODAY.plusDays(3))).isEmpty();
    }
}
