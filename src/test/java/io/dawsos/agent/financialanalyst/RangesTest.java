package io.dawsos.agent.financialanalyst;

import static io.dawsos.agent.financialanalyst.Desk.fails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.failure.Violation;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {

    private final Desk desk = new Desk();

    @Nested
    class ARange {

        @Test
        void beatsTheNumberOfDays() {
            HistoricalNav nav = desk.value(
                    HistoricalNav.class,
                    "portfolio.historical_nav",
                    Map.of("lookback_days", 2, "from", "2024-01-04", "to", "2024-01-09"));
            assertThat(nav.dates()).hasSize(4).startsWith(LocalDate.of(2024, 1, 4));
        }

        @Test
        void fromADayWithoutPackBeginsAtTheCloseBefore() {
            Map<String, Object> saturday = Map.of("from", "2024-01-06");
            PerformanceMetrics metrics = desk.value(PerformanceMetrics.class, "metrics.compute_twr", saturday);
            AttributedReturn attribution = desk.value(AttributedReturn.class, "attribution.currency", saturday);
            assertThat(metrics.from()).hasValue(LocalDate.of(2024, 1, 5));
            assertThat(attribution.from()).isEqualTo(LocalDate.of(2024, 1, 5));
            assertThat(attribution.totalReturn().orElseThrow())
                    .isCloseTo(metrics.twr().orElseThrow(), within(1e-12));
        }

        @ParameterizedTest
        @ValueSource(strings = {"metrics.compute_twr", "attribution.currency", "portfolio.historical_nav"})
        void fromBeforeTheFirstDayBeginsThereAndSaysSo(String capability) {
            assertThat(desk.call(capability, Map.of("from", "2023-06-30")).warnings())
                    .containsExactly("The history begins on 2024-01-03, after 2023-06-30");
        }

        @ParameterizedTest
        @ValueSource(strings = {"metrics.compute_twr", "attribution.currency", "portfolio.historical_nav"})
        void thatIsNoneIsRefusedWithAllThatIsWrong(String capability) {
            fails(
                    () -> desk.call(capability, Map.of("from", "2024-03-01", "to", "2024-02-01")),
                    FailureReason.VALIDATION_FAILED,
                    "/args/from: 'from' 2024-03-01 is after 'to' 2024-02-01",
                    "/args/to: 'to' 2024-02-01 is after the day of the pack, 2024-01-10");
        }

        @Test
        void needsAFirstDay() {
            fails(
                    () -> desk.call("metrics.compute_twr", Map.of("to", "2024-01-09")),
                    FailureReason.VALIDATION_FAILED,
                    "/args/to: 'to' needs 'from'");
        }

        @Test
        void fromAfterThePackIsRefused() {
            fails(
                    () -> desk.call("metrics.compute_twr", Map.of("from", "2024-01-11")),
                    FailureReason.VALIDATION_FAILED,
                    "/args/from: 'from' 2024-01-11 is after the day of the pack, 2024-01-10");
        }
    }

    @Nested
    class ANumberOfDays {

        @ParameterizedTest
        @ValueSource(ints = {2, 3, 4, 5, 6})
        void countsDailyValuesForReturnsAndForAttribution(int days) {
            Map<String, Object> lookback = Map.of("lookback_days", days);
            PerformanceMetrics metrics = desk.value(PerformanceMetrics.class, "metrics.compute_twr", lookback);
            AttributedReturn attribution = desk.value(AttributedReturn.class, "attribution.currency", lookback);
            assertThat(metrics.observations()).isEqualTo(days);
            assertThat(Optional.of(attribution.from())).isEqualTo(metrics.from());
            assertThat(attribution.totalReturn().orElseThrow())
                    .isCloseTo(metrics.twr().orElseThrow(), within(1e-12));
        }

        @Test
        void largerThanTheHistorySaysHowManyThereAre() {
            assertThat(desk.call("metrics.compute_twr", Map.of()).warnings())
                    .containsExactly("The history has 6 of the 252 daily values asked for; it begins on 2024-01-03");
        }

        @Test
        void belowTwoIsRefused() {
            assertThatThrownBy(() -> desk.call("metrics.compute_twr", Map.of("lookback_days", 1)))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.violations())
                                    .extracting(Violation::pointer)
                                    .containsExactly("/args/lookback_days"));
        }
    }
}
