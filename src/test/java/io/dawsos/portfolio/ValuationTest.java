package io.dawsos.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.pricing.PriceBook;
import io.dawsos.testing.TestingPacks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ValuationTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 28);
    private static final Currency CAD = Currency.getInstance("CAD");

    private static Lot lot(int number, String symbol, String quantity, String cost, String currency, String fx) {
        return new Lot(
                number,
                symbol,
                DAY.minusYears(1),
                new BigDecimal(quantity),
                new BigDecimal(cost),
                Currency.getInstance(currency),
                new BigDecimal(fx));
    }

    private static final Holdings FOUR = new Holdings(
            DAY,
            List.of(
                    lot(1, "AAPL", "100", "150", "USD", "1.35"),
                    lot(2, "GOOGL", "30", "150", "USD", "1.36"),
                    lot(3, "MSFT", "50", "400", "USD", "1.34"),
                    lot(4, "TD.TO", "200", "80", "CAD", "1")),
            List.of());

    private static Valuation of(Holdings holdings, TestingPacks pack) {
        return Valuation.of(holdings, pack.book(), CAD);
    }

    private static TestingPacks prices() {
        return TestingPacks.on(DAY)
                .price("AAPL", "225", "USD")
                .price("MSFT", "420", "USD")
                .price("GOOGL", "170", "USD")
                .price("TD.TO", "85", "CAD")
                .rate("USD", "CAD", "1.38");
    }

    @Nested
    class TheReferencePortfolio {

        private final Valuation valuation = of(FOUR, prices());

        @Test
        void costsWhatWasPaidAtTheRatesOfThePurchases() {
            assertThat(valuation.positions())
                    .extracting(position ->
                            position.costBasis().stripTrailingZeros().toPlainString())
                    .containsExactly("20250", "6120", "26800", "16000");
        }

        @Test
        void isWorthPriceTimesRateOfThePack() {
            assertThat(valuation.positions())
                    .extracting(position -> position.marketValue()
                            .orElseThrow()
                            .stripTrailingZeros()
                            .toPlainString())
                    .containsExactly("31050", "7038", "28980", "17000");
            assertThat(valuation.totalValue()).isEqualByComparingTo("84068");
        }

        @Test
        void gainsTheDifference() {
            assertThat(valuation.positions().get(0).unrealizedPnl().orElseThrow())
                    .isEqualByComparingTo("10800");
        }

        @Test
        void hasWeightsThatAddUpToOne() {
            BigDecimal sum = valuation.positions().stream()
                    .flatMap(position -> position.weight().stream())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum.subtract(BigDecimal.ONE).abs()).isLessThan(new BigDecimal("1e-30"));
        }

        @Test
        void warnsOfNothing() {
            assertThat(valuation.warnings()).isEmpty();
        }
    }

    @Test
    void cashCountsAtTheRateOfThePack() {
        Holdings holdings = new Holdings(
                DAY,
                List.of(),
                List.of(
                        new CashBalance(CAD, new BigDecimal("54265.68")),
                        new CashBalance(Currency.getInstance("USD"), new BigDecimal("100"))));
        Valuation valuation = of(holdings, prices());
        assertThat(valuation.cashValue()).isEqualByComparingTo("54403.68");
        assertThat(valuation.securitiesValue()).isEqualByComparingTo("0");
    }

    @Test
    void theReferenceLedgerIsWorthItsPositionsAndItsCash() {
        Holdings holdings = new Holdings(
                DAY,
                List.of(
                        lot(1, "AAPL", "50", "150", "USD", "1.34"),
                        lot(2, "MSFT", "50", "300", "USD", "1.34"),
                        lot(3, "RY.TO", "100", "120", "CAD", "1"),
                        lot(4, "TD.TO", "80", "75", "CAD", "1")),
                List.of(new CashBalance(CAD, new BigDecimal("54265.68"))));
        Valuation valuation = of(
                holdings,
                TestingPacks.on(DAY)
                        .price("AAPL", "190", "USD")
                        .price("MSFT", "350", "USD")
                        .price("RY.TO", "130", "CAD")
                        .price("TD.TO", "80", "CAD")
                        .rate("USD", "CAD", "1.36"));
        assertThat(valuation.securitiesValue()).isEqualByComparingTo("56120");
        assertThat(valuation.totalValue()).isEqualByComparingTo("110385.68");
    }

    @Test
    void aSplitChangesNeitherCostNorValue() {
        Valuation before = of(
                new Holdings(DAY, List.of(lot(1, "NVDA", "100", "1200", "USD", "1.36")), List.of()),
                TestingPacks.on(DAY).price("NVDA", "1250", "USD").rate("USD", "CAD", "1.36"));
        Valuation after = of(
                new Holdings(DAY, List.of(lot(1, "NVDA", "1000", "120", "USD", "1.36")), List.of()),
                TestingPacks.on(DAY).price("NVDA", "125", "USD").rate("USD", "CAD", "1.36"));
        assertThat(after.totalValue()).isEqualByComparingTo(before.totalValue());
        assertThat(after.positions().get(0).costBasis())
                .isEqualByComparingTo(before.positions().get(0).costBasis());
    }

    @Test
    void lotsOfOneSecurityAreOnePosition() {
        Holdings holdings = new Holdings(
                DAY,
                List.of(lot(1, "AAPL", "100", "150", "USD", "1.35"), lot(5, "AAPL", "20", "200", "USD", "1.30")),
                List.of());
        ValuedPosition position = of(holdings, prices()).positions().get(0);
        assertThat(position.quantity()).isEqualByComparingTo("120");
        assertThat(position.costBasis()).isEqualByComparingTo("25450");
        assertThat(position.lots())
                .extracting(lot -> lot.marketValue().orElseThrow().intValueExact())
                .containsExactly(31050, 6210);
    }

    @Nested
    class AMissingPrice {

        private final Valuation valuation = of(
                FOUR,
                TestingPacks.on(DAY)
                        .price("AAPL", "225", "USD")
                        .price("MSFT", "420", "USD")
                        .price("TD.TO", "85", "CAD")
                        .rate("USD", "CAD", "1.38"));
        private final ValuedPosition unvalued = valuation.positions().get(1);

        @Test
        void leavesThePositionUnvaluedAndNotAtZero() {
            assertThat(unvalued.symbol()).isEqualTo("GOOGL");
            assertThat(unvalued.marketValue()).isEmpty();
            assertThat(unvalued.unrealizedPnl()).isEmpty();
            assertThat(unvalued.weight()).isEmpty();
        }

        @Test
        void keepsItOutOfTheTotal() {
            assertThat(valuation.totalValue()).isEqualByComparingTo("77030");
        }

        @Test
        void isNamed() {
            assertThat(valuation.warnings())
                    .containsExactly("GOOGL is not valued: pack 20240328_v1 has no price for it");
        }
    }

    @Test
    void aMissingRateIsNamedOnceAndNeverOne() {
        PriceBook pack = TestingPacks.on(DAY)
                .price("AAPL", "225", "USD")
                .price("MSFT", "420", "USD")
                .price("GOOGL", "170", "USD")
                .price("TD.TO", "85", "CAD")
                .book();
        Valuation valuation = Valuation.of(FOUR, pack, CAD);
        assertThat(valuation.totalValue()).isEqualByComparingTo("17000");
        assertThat(valuation.warnings())
                .containsExactly("What is priced in USD is not valued: pack 20240328_v1 has no rate USD/CAD");
    }

    @Test
    void aPriceCarriedForwardIsNamedWithItsDay() {
        TestingPacks pack = TestingPacks.on(DAY)
                .price("TD.TO", "85", "CAD", DAY.minusDays(1))
                .price("AAPL", "225", "USD")
                .rate("USD", "CAD", "1.38", DAY.minusDays(2));
        Holdings holdings = new Holdings(
                DAY,
                List.of(lot(1, "AAPL", "100", "150", "USD", "1.35"), lot(4, "TD.TO", "200", "80", "CAD", "1")),
                List.of());
        assertThat(of(holdings, pack).warnings())
                .containsExactly(
                        "The rate USD/CAD is of 2024-03-26, carried forward to 2024-03-28",
                        "The price of TD.TO is of 2024-03-27, carried forward to 2024-03-28");
    }

    @Test
    void anEmptyPortfolioHasNoWeights() {
        Valuation valuation =
                of(new Holdings(DAY, List.of(), List.of(new CashBalance(CAD, BigDecimal.ZERO))), prices());
        assertThat(valuation.totalValue()).isEqualByComparingTo("0");
        assertThat(valuation.cash().get(0).weight()).isEqualTo(Optional.empty());
    }
}
