package io.dawsos.portfolio.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.portfolio.explain.LedgerFacts.Facts;
import io.dawsos.pricing.PriceBook;
import io.dawsos.testing.TestingActions;
import io.dawsos.testing.TestingPacks;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HoldingReturnsTest {

    private static final SplitFactors NO_SPLIT = SplitFactors.of(List.of(), new Facts(List.of(), List.of()));

    private static PriceBook pack(String day, String apple, String dollar) {
        return TestingPacks.on(day)
                .price("AAPL", apple, "USD")
                .rate("USD", "CAD", dollar)
                .book();
    }

    private static HoldingReturns measure(SplitFactors splits, PriceBook... packs) {
        return HoldingReturns.of(
                List.of(packs),
                new TreeSet<>(List.of("AAPL")),
                new TreeSet<>(List.of("USD")),
                splits,
                SmallJournal.CAD);
    }

    private static List<Double> of(HoldingReturns returns, String name) {
        return returns.returns().getOrDefault(name, List.of());
    }

    @Test
    void areOfPriceAndExchangeRateTogether() {
        HoldingReturns returns =
                measure(NO_SPLIT, pack("2024-01-03", "100", "1.30"), pack("2024-01-04", "110", "1.43"));
        assertThat(of(returns, "AAPL")).hasSize(1);
        assertThat(of(returns, "AAPL").get(0)).isCloseTo(0.21, within(1e-12));
        assertThat(of(returns, HoldingReturns.cash("USD")).get(0)).isCloseTo(0.10, within(1e-12));
    }

    @Test
    void doNotJumpWithASplit() {
        SplitFactors split = SplitFactors.of(
                List.of(TestingActions.split("AAPL", "2024-01-04", "4", "1")), new Facts(List.of(), List.of()));
        HoldingReturns returns = measure(
                split, pack("2024-01-03", "100", "1"), pack("2024-01-04", "26", "1"), pack("2024-01-05", "27.3", "1"));
        assertThat(of(returns, "AAPL").get(0)).isCloseTo(0.04, within(1e-12));
        assertThat(of(returns, "AAPL").get(1)).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void passOverADayOnWhichSomethingHasNoPrice() {
        PriceBook without =
                TestingPacks.on("2024-01-04").rate("USD", "CAD", "2").book();
        HoldingReturns returns =
                measure(NO_SPLIT, pack("2024-01-03", "100", "1.30"), without, pack("2024-01-05", "102", "1.30"));
        assertThat(of(returns, "AAPL")).hasSize(1);
        assertThat(of(returns, "AAPL").get(0)).isCloseTo(0.02, within(1e-12));
        assertThat(of(returns, HoldingReturns.cash("USD"))).hasSize(1);
    }
}
