package io.dawsos.agent.financialanalyst;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.capability.Answer;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.metrics.Benchmarks;
import io.dawsos.pricing.PriceBook;
import io.dawsos.testing.TestingExplanations;
import io.dawsos.testing.TestingJournal;
import io.dawsos.testing.TestingPackIndicators;
import io.dawsos.testing.TestingPacks;
import io.dawsos.testing.TestingPortfolioHistory;
import io.dawsos.testing.TestingPortfolioMetrics;
import io.dawsos.testing.TestingPriceHistory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Where a pack has no path of exchange rates, figures are null and named, and what is known is answered. */
class UnvaluedDayTest {

    private static final String REASON = "The portfolio has no value on %s: pack %s lacks rate TRY/CAD";

    private final LedgerBook ledger = new TestingJournal("CAD")
            .on("2024-01-05")
            .deposit("CAD", "1000")
            .on("2024-01-09")
            .deposit("TRY", "500")
            .book();

    private static RangeRequest lastDays() {
        return new RangeRequest(Optional.empty(), Optional.empty(), 252, Optional.empty(), Optional.empty());
    }

    private static MetricsCapabilities metrics(TestingPortfolioHistory history) {
        return new MetricsCapabilities(
                history,
                new Benchmarks(
                        new TestingPriceHistory(List.of()), Desk.securities(), new TestingPackIndicators(), "XIU.TO"),
                new TestingPortfolioMetrics());
    }

    private static PriceBook pack(String day) {
        return TestingPacks.on(day).rate("EUR", "CAD", "1.46").book();
    }

    @Nested
    class OnTheDayOfThePack {

        private final TestingPortfolioHistory history = new TestingPortfolioHistory(
                ledger, List.of(pack("2024-01-05"), pack("2024-01-08"), pack("2024-01-09"), pack("2024-01-10")));

        @Test
        void theReturnIsUndefined() {
            Answer<PerformanceMetrics> answer =
                    metrics(history).computeTwr(lastDays(), Desk.context(Optional.of(Desk.PORTFOLIO)));

            assertThat(answer.value().twr()).isEmpty();
            assertThat(answer.value().undefined()).containsKeys("twr", "volatility", "max_drawdown");
            assertThat(answer.warnings())
                    .contains(
                            REASON.formatted("2024-01-09", "20240109_v1"),
                            REASON.formatted("2024-01-10", "20240110_v1"));
        }

        @Test
        void theAttributionIsNull() {
            Answer<AttributedReturn> answer = new AttributionCapabilities(
                            history, TestingExplanations.of(ledger, List.of(), List.of()))
                    .currency(lastDays(), Desk.context(Optional.of(Desk.PORTFOLIO)));

            assertThat(answer.value().totalReturn()).isEmpty();
            assertThat(answer.value().byCurrency()).isEmpty();
            assertThat(answer.warnings()).containsExactly(REASON.formatted("2024-01-10", "20240110_v1"));
        }

        @Test
        void theKnownValuesAreShown() {
            Answer<HistoricalNav> answer = new PortfolioCapabilities(history, Desk.securities())
                    .historicalNav(lastDays(), Desk.context(Optional.of(Desk.PORTFOLIO)));

            assertThat(answer.value().dates()).extracting(Object::toString).containsExactly("2024-01-05", "2024-01-08");
            assertThat(answer.warnings()).contains(REASON.formatted("2024-01-10", "20240110_v1"));
        }
    }

    @Nested
    class BetweenOthers {

        private final TestingPortfolioHistory history = new TestingPortfolioHistory(
                ledger,
                List.of(
                        pack("2024-01-05"),
                        pack("2024-01-09"),
                        TestingPacks.on("2024-01-10")
                                .rate("EUR", "CAD", "1.46")
                                .rate("EUR", "TRY", "32.85")
                                .book()));

        @Test
        void isPassedOverAndNamed() {
            Answer<PerformanceMetrics> answer =
                    metrics(history).computeTwr(lastDays(), Desk.context(Optional.of(Desk.PORTFOLIO)));

            assertThat(answer.value().twr()).contains(0.0);
            assertThat(answer.warnings()).contains(REASON.formatted("2024-01-09", "20240109_v1"));
        }
    }
}
