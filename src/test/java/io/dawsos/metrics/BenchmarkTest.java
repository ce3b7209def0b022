package io.dawsos.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.pricing.PriceBook;
import io.dawsos.testing.TestingPacks;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BenchmarkTest {

    private static final Currency CAD = Currency.getInstance("CAD");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final LocalDate START = LocalDate.of(2023, 1, 2);
    private static final RiskFree RATE = new RiskFree(0.03, "test");

    private static PriceBook book(int day, double close, double usdcad) {
        return TestingPacks.on(START.plusDays(day))
                .price("SPY", BigDecimal.valueOf(close).toPlainString(), "USD")
                .rate("EUR", "USD", "1.25")
                .rate("EUR", "CAD", BigDecimal.valueOf(1.25 * usdcad).toPlainString())
                .book();
    }

    /** A fund of a hundred days and a portfolio that moves by {@code slope} times its return in CAD, plus a constant a day. */
    private static final class World {
        final List<PriceBook> books = new ArrayList<>();
        final List<DatedValue> values = new ArrayList<>();

        World(long seed, double slope, double extra) {
            Random random = new Random(seed);
            double close = 400;
            double fx = 1.3;
            double value = 100_000;
            for (int day = 0; day <= 100; day++) {
                double local = day == 0 ? 0 : 0.01 * random.nextGaussian();
                double currency = day == 0 ? 0 : 0.004 * random.nextGaussian();
                close *= 1 + local;
                fx *= 1 + currency;
                value *= day == 0 ? 1 : 1 + slope * ((1 + local) * (1 + currency) - 1) + extra;
                books.add(book(day, close, fx));
                values.add(new DatedValue(
                        START.plusDays(day), new BigDecimal(value, MathContext.DECIMAL64), BigDecimal.ZERO));
            }
        }

        BenchmarkComparison comparison(boolean hedged) {
            return BenchmarkComparison.of(values, BenchmarkSeries.of("SPY", CAD, books), hedged, RATE);
        }
    }

    @Nested
    class AReturn {

        private final BenchmarkReturn day = BenchmarkSeries.of(
                        "SPY", CAD, List.of(book(0, 400, 1.30), book(1, 404, 1.326)))
                .returns(List.of(START, START.plusDays(1)))
                .get(0);

        @Test
        void isThatOfTheFundAndOfItsCurrency() {
            assertThat(day.local()).isCloseTo(0.01, within(1e-12));
            assertThat(day.fx()).isCloseTo(0.02, within(1e-12));
            assertThat(day.unhedged()).isCloseTo(1.01 * 1.02 - 1, within(1e-12));
        }

        @Test
        void isTheLocalOneWhenHedged() {
            assertThat(day.hedged()).isEqualTo(day.local());
        }
    }

    @Nested
    class ASeries {

        @Test
        void withoutARateIsAFaultAndNotAtPar() {
            assertThat(BenchmarkSeries.of("SPY", JPY, List.of(book(0, 400, 1.3)))
                            .fault())
                    .hasValue("Pack 20230102_v1 has no rate from USD to JPY");
        }

        @Test
        void withoutAPriceIsAFault() {
            assertThat(BenchmarkSeries.of("QQQ", CAD, List.of(book(0, 400, 1.3)))
                            .fault())
                    .hasValue("No pack has a price of QQQ");
        }

        @Test
        void thatSplitsIsAFaultAndNotALoss() {
            assertThat(BenchmarkSeries.of("SPY", CAD, List.of(book(0, 400, 1.3), book(1, 200, 1.3)))
                            .fault())
                    .hasValue("The close of SPY moved by -50 % on 2023-01-03, which looks like a split; closes are as"
                            + " traded");
        }

        @Test
        void hasReturnsFromEachDayAskedForToTheNext() {
            BenchmarkSeries series =
                    BenchmarkSeries.of("SPY", CAD, List.of(book(0, 400, 1.3), book(1, 410, 1.3), book(3, 440, 1.3)));

            assertThat(series.returns(List.of(START, START.plusDays(3), START.plusDays(9))))
                    .singleElement()
                    .satisfies(three -> assertThat(three.local()).isCloseTo(0.10, within(1e-12)));
        }
    }

    @Nested
    class AComparison {

        @Test
        void findsTheSlopeThatThePortfolioWasMadeWith() {
            for (long seed = 1; seed <= 50; seed++) {
                BenchmarkComparison comparison = new World(seed, 0.7, 0.0002).comparison(false);

                assertThat(comparison.beta().get()).as("seed %d", seed).isCloseTo(0.7, within(1e-9));
                assertThat(comparison.correlation().get()).as("seed %d", seed).isCloseTo(1, within(1e-9));
            }
        }

        @Test
        void measuresAlphaAgainstTheRiskFreeRate() {
            World world = new World(7, 1.5, 0);
            BenchmarkComparison comparison = world.comparison(false);
            double own = Math.pow(TimeWeightedReturn.of(world.values).total().get() + 1, 3.65) - 1;
            double fund = Math.pow(comparison.benchmark().get() + 1, 3.65) - 1;

            assertThat(comparison.alpha().get()).isCloseTo(own - 0.03 - 1.5 * (fund - 0.03), within(1e-9));
        }

        @Test
        void ofADifferenceThatNeverChangesHasNoInformationRatioToSpeakOf() {
            BenchmarkComparison comparison = new World(3, 1, 0.001).comparison(false);

            assertThat(comparison.trackingError().get()).isCloseTo(0, within(1e-9));
        }

        @Test
        void measuresTheTrackingErrorWithTheSamplesDeviation() {
            World world = new World(11, 0.5, 0);
            BenchmarkComparison comparison = world.comparison(false);
            List<LocalDate> days = world.values.stream().map(DatedValue::date).toList();
            List<BenchmarkReturn> fund =
                    BenchmarkSeries.of("SPY", CAD, world.books).returns(days);
            double mean =
                    fund.stream().mapToDouble(day -> -0.5 * day.unhedged()).sum() / fund.size();
            double squares = fund.stream()
                    .mapToDouble(day -> Math.pow(-0.5 * day.unhedged() - mean, 2))
                    .sum();
            double error = Math.sqrt(squares / (fund.size() - 1)) * Math.sqrt(252);

            assertThat(comparison.trackingError().get()).isCloseTo(error, within(1e-9));
            assertThat(comparison.informationRatio().get()).isCloseTo(mean * 252 / error, within(1e-6));
        }

        @Test
        void takesTheFundInItsOwnCurrencyWhenHedged() {
            World world = new World(5, 1, 0);

            assertThat(world.comparison(true).benchmark().get())
                    .isCloseTo(
                            world.books
                                                    .get(100)
                                                    .price("SPY")
                                                    .orElseThrow()
                                                    .close()
                                                    .doubleValue()
                                            / 400
                                    - 1,
                            within(1e-9));
            assertThat(world.comparison(true).beta())
                    .isNotEqualTo(world.comparison(false).beta());
        }

        @Test
        void needsThirtyCommonDays() {
            World world = new World(5, 1, 0);
            BenchmarkComparison comparison = BenchmarkComparison.of(
                    world.values.subList(0, 30), BenchmarkSeries.of("SPY", CAD, world.books), false, RATE);

            assertThat(comparison.beta())
                    .isEqualTo(Figure.undefined("A comparison needs 30 daily returns of both, there are 29"));
            assertThat(comparison.observations()).isEqualTo(29);
        }

        @Test
        void withAFundThatStandsStillHasNoBeta() {
            World world = new World(5, 1, 0);
            List<PriceBook> still = new ArrayList<>();
            for (int day = 0; day <= 100; day++) {
                still.add(book(day, 400, 1.3));
            }
            BenchmarkComparison comparison =
                    BenchmarkComparison.of(world.values, BenchmarkSeries.of("SPY", CAD, still), false, RATE);

            assertThat(comparison.beta().reason()).isEqualTo("There is no beta to a benchmark that does not move");
            assertThat(comparison.alpha()).isEqualTo(comparison.beta());
            assertThat(comparison.correlation().reason())
                    .isEqualTo("There is no correlation when either does not move");
            assertThat(comparison.trackingError().value()).isPresent();
        }

        @Test
        void tellsTheFaultOfTheFund() {
            World world = new World(5, 1, 0);

            assertThat(BenchmarkComparison.of(world.values, BenchmarkSeries.of("SPY", JPY, world.books), false, RATE)
                            .beta()
                            .reason())
                    .isEqualTo("Pack 20230102_v1 has no rate from USD to JPY");
        }
    }
}
