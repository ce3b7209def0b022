package io.dawsos.metrics;

import static io.dawsos.metrics.TestingValues.FIRST;
import static io.dawsos.metrics.TestingValues.series;
import static io.dawsos.metrics.TestingValues.twr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.pricing.Indicator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DownsideRiskTest {

    private static List<DailyReturn> returns(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new DailyReturn(FIRST.plusDays(i), values[i]))
                .toList();
    }

    @Nested
    class DownsideDeviations {

        @Test
        void countOnlyWhatFallsShortButDivideByAllDays() {
            double daily = 0.0252 / 252;
            double expected = Math.sqrt((Math.pow(-0.02 - daily, 2) + Math.pow(-0.01 - daily, 2)) / 4) * Math.sqrt(252);

            assertThat(DownsideDeviation.of(returns(0.01, -0.02, 0.03, -0.01), 0.0252)
                            .get())
                    .isCloseTo(expected, within(1e-15));
        }

        @Test
        void areZeroWhenNoDayFallsShort() {
            assertThat(DownsideDeviation.of(returns(0.01, 0.02), 0)).isEqualTo(Figure.of(0));
        }

        @Test
        void needTwoReturns() {
            assertThat(DownsideDeviation.of(returns(0.01), 0))
                    .isEqualTo(Figure.undefined("Downside deviation needs two daily returns, there are 1"));
        }
    }

    @Nested
    class Sortino {

        /** The reference case asks only that there is one. */
        @Test
        void isDefinedForAFallAndARise() {
            TimeWeightedReturn twr = twr("100000 110000 105000 115000 110000");
            Figure downside = DownsideDeviation.of(twr.returns(), 0.04);

            assertThat(SortinoRatio.of(twr.annualised(), downside, RiskFree.FIXED)
                            .get())
                    .isCloseTo((twr.annualised().get() - 0.04) / downside.get(), within(1e-9))
                    .isPositive();
        }

        @Test
        void isUndefinedWhenNoDayFallsShort() {
            assertThat(SortinoRatio.of(Figure.of(0.1), Figure.of(0), RiskFree.FIXED)
                            .reason())
                    .isEqualTo("There is no Sortino ratio without a day below the risk-free rate");
        }
    }

    @Nested
    class Windows {

        private final List<DatedValue> values = series("100 110 99 104 100 108");

        @Test
        void holdTheLastReturns() {
            assertThat(Window.last(2, values).volatility())
                    .isEqualTo(Volatility.of(twr("104 100 108").returns()));
            assertThat(Window.last(2, values).label()).isEqualTo("2d");
        }

        @Test
        void thatAreLongerThanTheSeriesAreUndefined() {
            Window window = Window.last(30, values);

            assertThat(window.volatility()).isEqualTo(Figure.undefined("30 daily returns are needed, there are 5"));
            assertThat(window.sharpeRatio(RiskFree.FIXED)).isEqualTo(window.volatility());
            assertThat(window.sortinoRatio(RiskFree.FIXED)).isEqualTo(window.volatility());
        }

        @Test
        void needNoValueAtAllToSaySo() {
            assertThat(Window.last(30, List.of()).volatility().reason())
                    .isEqualTo("30 daily returns are needed, there are 0");
        }
    }

    /** The reference case: between 0 and 3; the sample deviation gives 2.4249. */
    @Test
    void theVolatilityOfTheReferenceCaseIsThatOfTheSample() {
        assertThat(Volatility.of(twr("100000 120000 220000(100000) 198000").returns())
                        .get())
                .isCloseTo(2.4249, within(5e-5));
    }

    @Nested
    class ValuesAtRisk {

        private final double[] losses =
                DoubleStream.iterate(-0.050, each -> each + 0.001).limit(101).toArray();

        @Test
        void interpolateBetweenTheNearestReturns() {
            ValueAtRisk risk = ValueAtRisk.of(returns(losses), 0.95);

            assertThat(risk.oneDay().get()).as("the sixth of 101").isCloseTo(0.045, within(1e-12));
            assertThat(ValueAtRisk.of(returns(losses), 0.955).oneDay().get()).isCloseTo(0.0455, within(1e-12));
        }

        @Test
        void areFollowedByTheMeanOfWhatLiesBeyond() {
            assertThat(ValueAtRisk.of(returns(losses), 0.945).conditional().get())
                    .as("of the six worst")
                    .isCloseTo((0.050 + 0.049 + 0.048 + 0.047 + 0.046 + 0.045) / 6, within(1e-12));
        }

        @Test
        void ofTenDaysGrowWithTheRootOfTime() {
            ValueAtRisk risk = ValueAtRisk.of(returns(losses), 0.95);

            assertThat(risk.tenDays().get()).isCloseTo(risk.oneDay().get() * Math.sqrt(10), within(1e-12));
        }

        @Test
        void needThirtyReturns() {
            assertThat(ValueAtRisk.of(returns(new double[29]), 0.95).conditional())
                    .isEqualTo(Figure.undefined("Historical value at risk needs 30 daily returns, there are 29"));
        }

        @Test
        void needAConfidence() {
            assertThatThrownBy(() -> ValueAtRisk.of(returns(losses), 1)).hasMessageContaining("between 0 and 1");
        }
    }

    @Nested
    class TheRiskFreeRate {

        @Test
        void isMadeAFractionOnce() {
            Indicator yield = new Indicator("DGS10", LocalDate.of(2023, 12, 29), new BigDecimal("3.88"), "FRED");

            assertThat(RiskFree.of(Optional.of(yield))).isEqualTo(new RiskFree(0.0388, "DGS10 of 2023-12-29 (FRED)"));
        }

        @Test
        void isFixedWhenNothingIsKnown() {
            assertThat(RiskFree.of(Optional.empty())).isEqualTo(RiskFree.FIXED);
        }
    }
}
