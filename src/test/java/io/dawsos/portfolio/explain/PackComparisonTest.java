package io.dawsos.portfolio.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.portfolio.PortfolioHistory.HoldingsAndPrices;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.explain.PackDiff.Effects;
import io.dawsos.portfolio.explain.PackDiff.Row;
import io.dawsos.pricing.PriceBook;
import io.dawsos.testing.TestingExplanations;
import io.dawsos.testing.TestingJournal;
import io.dawsos.testing.TestingPacks;
import io.dawsos.testing.TestingPortfolioHistory;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PackComparisonTest {

    private static final Currency CAD = Currency.getInstance("CAD");
    private static final PriceBook FIRST = pack("2024-01-03", "100", "1.30");
    private static final PriceBook LAST = pack("2024-01-05", "110", "1.40");

    private static PriceBook pack(String day, String apple, String dollar) {
        return TestingPacks.on(day)
                .price("AAPL", apple, "USD")
                .rate("USD", "CAD", dollar)
                .book();
    }

    private static TestingJournal journal() {
        return new TestingJournal("CAD")
                .on("2024-01-03")
                .deposit("CAD", "1000.00")
                .deposit("USD", "1000.00")
                .buy("AAPL", "USD", "10", "90", "0", "1.30");
    }

    private static ClosingState close(LedgerBook ledger, PriceBook pack) {
        PortfolioScope scope = new PortfolioScope(new UUID(0, 1), new UUID(0, 2), CAD, ledger.commit(), pack.pack());
        // a history wants everything priced; what is compared may lack something
        PriceBook whole = TestingPacks.on(pack.date())
                .price("AAPL", "1", "USD")
                .price("RY.TO", "1", "CAD")
                .rate("USD", "CAD", "1")
                .book();
        HoldingsAndPrices read = new TestingPortfolioHistory(ledger, List.of(whole)).holdings(scope);
        return new ClosingState(new HoldingsAndPrices(read.holdings(), pack), CAD);
    }

    private static List<Row> compare(LedgerBook ledger, PriceBook from, PriceBook restated, PriceBook to) {
        return new PackComparison(
                        close(ledger, from),
                        close(ledger, restated),
                        close(ledger, to),
                        TestingExplanations.facts(ledger, from.date().plusDays(1), to.date(), Optional.empty()))
                .rows();
    }

    private static Effects effects(List<Row> rows, String holding) {
        return rows.stream()
                .filter(row -> row.holding().equals(holding))
                .findFirst()
                .flatMap(Row::effects)
                .orElseThrow();
    }

    private static void isEqual(Effects actual, String... expected) {
        List<BigDecimal> parts =
                List.of(actual.restatement(), actual.price(), actual.fx(), actual.income(), actual.quantity());
        for (int i = 0; i < expected.length; i++) {
            assertThat(parts.get(i)).as("effect %d of %s", i, actual).isEqualByComparingTo(expected[i]);
        }
    }

    @Test
    void aHoldingMovesByPriceThenByExchangeRate() {
        List<Row> rows = compare(journal().book(), FIRST, FIRST, LAST);
        isEqual(effects(rows, "AAPL"), "0", "130", "110", "0", "0"); // 10 x 10 x 1.3, then 10 x 110 x 0.1
        isEqual(effects(rows, "USD"), "0", "0", "10", "0", "0"); // 100 x 0.1
        isEqual(effects(rows, "CAD"), "0", "0", "0", "0", "0");
    }

    @Test
    void aDividendStandsWithItsSecurityAndATradeIsQuantityOnBothSides() {
        LedgerBook ledger = journal()
                .on("2024-01-05")
                .dividend("AAPL", "20.00")
                .sell("AAPL", "4", "108", "2.00")
                .book();
        List<Row> rows = compare(ledger, FIRST, FIRST, LAST);
        isEqual(effects(rows, "AAPL"), "0", "130", "110", "28", "-616"); // 20 x 1.4; -4 x 110 x 1.4
        isEqual(effects(rows, "USD"), "0", "0", "10", "0", "602"); // 430 x 1.4
    }

    @Test
    void interestStandsWithTheCurrencyAndADepositIsQuantity() {
        LedgerBook ledger = journal()
                .on("2024-01-04")
                .interest("USD", "5.00")
                .deposit("CAD", "300.00")
                .book();
        List<Row> rows = compare(ledger, FIRST, FIRST, LAST);
        isEqual(effects(rows, "USD"), "0", "0", "10", "7", "0");
        isEqual(effects(rows, "CAD"), "0", "0", "0", "0", "300");
    }

    @Test
    void aSplitIsNoEffect() {
        LedgerBook ledger = journal().on("2024-01-04").split("AAPL", 2).book();
        isEqual(
                effects(compare(ledger, FIRST, FIRST, pack("2024-01-05", "55", "1.40")), "AAPL"),
                "0",
                "130",
                "110",
                "0",
                "0");
    }

    @Test
    void withinOneDayEverythingIsRestatement() {
        List<Row> rows =
                compare(journal().book(), FIRST, pack("2024-01-03", "101", "1.31"), pack("2024-01-03", "101", "1.31"));
        isEqual(effects(rows, "AAPL"), "23.1", "0", "0", "0", "0"); // 10 x 101 x 1.31 - 10 x 100 x 1.3
        isEqual(effects(rows, "USD"), "1", "0", "0", "0", "0");
    }

    @Test
    void aRestatementOfTheFirstDayComesBeforeEverythingElse() {
        List<Row> rows = compare(journal().book(), FIRST, pack("2024-01-03", "101", "1.30"), LAST);
        isEqual(effects(rows, "AAPL"), "13", "117", "110", "0", "0");
    }

    @Test
    void aHoldingBoughtSinceIsQuantityAtTheClosingPrice() {
        LedgerBook ledger = journal()
                .on("2024-01-04")
                .buy("RY.TO", "CAD", "5", "130", "0", "1")
                .book();
        PriceBook last = TestingPacks.on("2024-01-05")
                .price("AAPL", "110", "USD")
                .price("RY.TO", "132", "CAD")
                .rate("USD", "CAD", "1.40")
                .book();
        isEqual(effects(compare(ledger, FIRST, FIRST, last), "RY.TO"), "0", "0", "0", "0", "660");
    }

    @Test
    void aHoldingSoldOutThatLeftThePacksIsQuantityAtItsLastPrice() {
        LedgerBook ledger =
                journal().on("2024-01-04").sell("AAPL", "10", "111", "0").book();
        PriceBook without =
                TestingPacks.on("2024-01-05").rate("USD", "CAD", "1.40").book();
        isEqual(effects(compare(ledger, FIRST, FIRST, without), "AAPL"), "0", "0", "0", "0", "-1300");
    }

    @Test
    void aHoldingThatAPackCannotValueHasNoEffectsAndNoValueThere() {
        PriceBook without =
                TestingPacks.on("2024-01-05").rate("USD", "CAD", "1.40").book();
        Row apple = compare(journal().book(), FIRST, FIRST, without).stream()
                .filter(row -> row.holding().equals("AAPL"))
                .findFirst()
                .orElseThrow();
        assertThat(apple.effects()).isEmpty();
        assertThat(apple.valueTo()).isEmpty();
        assertThat(apple.valueFrom())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("1300"));
        assertThat(close(journal().book(), without).unvalued())
                .containsExactly("AAPL is not valued: pack 20240105_v1 has no price for it");
    }
}
