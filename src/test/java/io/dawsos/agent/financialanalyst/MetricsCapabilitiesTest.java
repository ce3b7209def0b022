package io.dawsos.agent.financialanalyst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.capability.Answer;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.metrics.BenchmarkSeries;
import io.dawsos.metrics.PortfolioMetrics;
import io.dawsos.metrics.RiskFree;
import io.dawsos.metrics.StandardMetrics;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.pricing.Indicator;
import io.dawsos.pricing.PackIndicators;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsCapabilitiesTest {

    private final Desk desk = new Desk();

    private <T> T value(Class<T> type, String capability, Map<String, Object> arguments) {
        return type.cast(desk.call(capability, arguments).value());
    }

    private void refused(String capability, Map<String, Object> arguments, String message) {
        assertThatThrownBy(() -> desk.call(capability, arguments)).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.reason()).isEqualTo(FailureReason.VALIDATION_FAILED);
            assertThat(failure.violations())
                    .extracting(violation -> violation.pointer() + ": " + violation.message())
                    .containsExactly(message);
        });
    }

    @Nested
    class TheRiskFreeRate {

        private final Indicator tenYears =
                new Indicator("DGS10", LocalDate.of(2024, 1, 9), new BigDecimal("4.02"), "FRED");

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "metrics.compute_twr",
                    "metrics.compute_volatility",
                    "metrics.compute_sharpe",
                    "metrics.compute_sortino",
                    "metrics.compute_benchmark",
                    "metrics.summary"
                })
        void isTheYieldOfThePackAndItsPublisherIsNamed(String capability) {
            desk.indicators().save(List.of(new PackIndicators.Entry(Desk.LAST, tenYears)));
            Answer<?> answer = desk.call(capability, Map.of());
            assertThat(answer.sources()).contains("fred:DGS10");
            assertThat(answer.providers()).contains("FRED");
            assertThat(Desk.json(answer))
                    .contains("\"risk_free_rate\" : 0.0402", "\"risk_free_source\" : \"DGS10 of 2024-01-09 (FRED)\"");
        }
    }

    @Nested
    class TheSummary {

        private void stored(RiskFree riskFree, String benchmark) {
            StandardMetrics metrics = StandardMetrics.of(
                    List.of(),
                    new StandardMetrics.Yardstick(
                            riskFree,
                            benchmark,
                            BenchmarkSeries.of(benchmark, Currency.getInstance("CAD"), List.of())));
            desk.metrics().save(List.of(new PortfolioMetrics.Entry(scope(), metrics)));
        }

        private PortfolioScope scope() {
            return new PortfolioScope(
                    Desk.USER,
                    Desk.PORTFOLIO,
                    Currency.getInstance("CAD"),
                    Desk.context(Optional.empty()).ledgerCommit(),
                    Desk.LAST);
        }

        @Test
        void isTheOneThatTheNightStored() {
            stored(RiskFree.FIXED, "XIU.TO");
            assertThat(value(MetricsSummary.class, "metrics.summary", Map.of()).observations())
                    .isZero();
            assertThat(desk.history().calls()).isEmpty();
        }

        @Test
        void isComputedWhenTheNightHadAnotherRate() {
            stored(new RiskFree(0.05, "another"), "XIU.TO");
            assertThat(value(MetricsSummary.class, "metrics.summary", Map.of()).observations())
                    .isEqualTo(6);
        }

        @Test
        void isComputedWhenTheNightHadAnotherBenchmark() {
            stored(RiskFree.FIXED, "SPY");
            assertThat(value(MetricsSummary.class, "metrics.summary", Map.of()).benchmark())
                    .isEqualTo("XIU.TO");
        }
    }

    @Nested
    class ABenchmark {

        @Test
        void thatIsNoFundIsRefused() {
            refused(
                    "metrics.compute_benchmark",
                    Map.of("benchmark", "AAPL"),
                    "/args/benchmark: AAPL is no fund; a benchmark is one");
        }

        @Test
        void thatNobodyKnowsIsRefused() {
            refused(
                    "metrics.compute_benchmark",
                    Map.of("benchmark", "QQQ"),
                    "/args/benchmark: QQQ is not in the security master");
        }

        @Test
        void saysThatItIsHedged() {
            assertThat(value(BenchmarkMetrics.class, "metrics.compute_benchmark", Map.of("hedged", true))
                            .basis())
                    .isEqualTo("price return, dividends not included; hedged as the local return, without the interest"
                            + " rate difference");
        }
    }

    @Test
    void aConfidenceBeyondReasonIsRefused() {
        refused(
                "risk.compute_var",
                Map.of("confidence", 1.5),
                "/args/confidence: 'confidence' is 1.5; it must lie between 0.5 and 0.999");
    }
}
