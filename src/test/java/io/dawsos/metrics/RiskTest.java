package io.dawsos.metrics;

import static io.dawsos.metrics.TestingValues.FIRST;
import static io.dawsos.metrics.TestingValues.twr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RiskTest {

    private static final String WITH_DEPOSIT = "100000 120000 220000(100000) 198000";

    @Nested
    class AVolatility {

        @Test
        void isTheSampleDeviationOfAYear() {
            assertThat(Volatility.of(twr(WITH_DEPOSIT).returns()).get()).isCloseTo(2.4249, within(1e-4));
        }

        @Test
        void isZeroWhenEveryReturnIsTheSame() {
            assertThat(Volatility.of(twr("100 110 121").returns()).get()).isCloseTo(0, within(1e-12));
        }

        @Test
        void isUndefinedForASingleReturn() {
            assertThat(Volatility.of(twr("100000 110000").returns()))
                    .isEqualTo(Figure.undefined("Volatility needs two daily returns, there are 1"));
        }
    }

    @Nested
    class ASharpeRatio {

        @Test
        void isTheAnnualReturnAboveTheRiskFreeRateByVolatility() {
            assertThat(SharpeRatio.of(Figure.of(0.10), Figure.of(0.20), new RiskFree(0.04, "test"))
                            .get())
                    .isCloseTo(0.30, within(1e-12));
        }

        @Test
        void isUndefinedWithoutVolatility() {
            assertThat(SharpeRatio.of(Figure.of(0.10), Figure.of(0), RiskFree.FIXED))
                    .isEqualTo(Figure.undefined("There is no Sharpe ratio without volatility"));
        }

        @Test
        void isUndefinedForTheReasonThatVolatilityIs() {
            TimeWeightedReturn single = twr("100000 115000");
            assertThat(SharpeRatio.of(single.annualised(), Volatility.of(single.returns()), RiskFree.FIXED)
                            .reason())
                    .isEqualTo("Volatility needs two daily returns, there are 1");
        }
    }

    @Nested
    class ADrawdown {

        @Test
        void isNegativeAndIgnoresFlows() {
            Drawdown drawdown = Drawdown.of(twr(WITH_DEPOSIT).wealth()).orElseThrow();
            assertThat(drawdown.worst()).isCloseTo(-0.10, within(1e-12));
            assertThat(drawdown.current()).isCloseTo(-0.10, within(1e-12));
        }

        @Test
        void countsTheStartingPoint() {
            Drawdown drawdown = Drawdown.of(twr("100 90 95").wealth()).orElseThrow();
            assertThat(drawdown.worst()).isCloseTo(-0.10, within(1e-12));
            assertThat(drawdown.peak()).hasValue(FIRST);
        }

        @Test
        void knowsItsPeakItsTroughAndItsRecovery() {
            Drawdown drawdown =
                    Drawdown.of(twr("100 120 90 100 120 110").wealth()).orElseThrow();
            assertThat(drawdown.worst()).isCloseTo(-0.25, within(1e-12));
            assertThat(drawdown.peak()).hasValue(FIRST.plusDays(1));
            assertThat(drawdown.trough()).hasValue(FIRST.plusDays(2));
            assertThat(drawdown.recovery()).hasValue(FIRST.plusDays(4));
            assertThat(drawdown.current()).isCloseTo(110.0 / 120 - 1, within(1e-12));
        }

        @Test
        void isNotRecoveredBelowThePeak() {
            assertThat(Drawdown.of(twr("100 120 90 119").wealth()).orElseThrow().recovery())
                    .isEmpty();
        }

        @Test
        void isZeroWithoutDatesForWhatNeverFell() {
            assertThat(Drawdown.of(twr("100 110 110 121").wealth()))
                    .hasValue(new Drawdown(0, 0, Optional.empty(), Optional.empty(), Optional.empty()));
        }

        @Test
        void doesNotExistWithoutAnIndex() {
            assertThat(Drawdown.of(List.of())).isEmpty();
        }

        @Test
        void hasAPathThatEndsWhereItStands() {
            assertThat(Drawdown.path(twr("100 120 90").wealth()))
                    .extracting(WealthPoint::wealth)
                    .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b))
                    .containsExactly(0.0, 0.0, -0.25);
        }
    }

    @Test
    void aFigureIsNeverNotANumber() {
        assertThatThrownBy(() -> Figure.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Figure.of(Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
    }
}
