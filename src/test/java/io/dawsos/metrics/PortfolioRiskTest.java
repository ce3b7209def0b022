package io.dawsos.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PortfolioRiskTest {

    private static final double Z = 1.6448536269514722;

    private static List<Double> alternating(double size, int shift) {
        List<Double> returns = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            returns.add((i / (1 << shift)) % 2 == 0 ? size : -size);
        }
        return returns;
    }

    private static PortfolioRisk.Holding holding(PortfolioRisk risk, String name) {
        return Optional.ofNullable(risk.holdings().get(name)).orElseThrow();
    }

    private static SortedMap<String, Double> weights(double a, double b) {
        SortedMap<String, Double> weights = new TreeMap<>();
        weights.put("A", a);
        weights.put("B", b);
        return weights;
    }

    private static SortedMap<String, List<Double>> returns(List<Double> a, List<Double> b) {
        SortedMap<String, List<Double>> returns = new TreeMap<>();
        returns.put("A", a);
        returns.put("B", b);
        return returns;
    }

    /** Two holdings without correlation: standard deviations 1 % and 2 % (times sqrt(40/39)), weights 60 % and 40 %. */
    @Test
    void uncorrelatedHoldingsShareTheRiskBySquares() {
        PortfolioRisk risk = PortfolioRisk.of(weights(0.6, 0.4), returns(alternating(0.01, 0), alternating(0.02, 1)))
                .risk()
                .orElseThrow();
        double n = Math.sqrt(40.0 / 39);
        double sigma = n * Math.sqrt(0.6 * 0.6 * 0.0001 + 0.4 * 0.4 * 0.0004);
        PortfolioRisk.Holding a = holding(risk, "A");
        assertThat(risk.volatility()).isCloseTo(sigma, within(1e-15));
        assertThat(risk.valueAtRisk()).isCloseTo(Z * sigma, within(1e-15));
        assertThat(a.volatility()).isCloseTo(0.01 * n, within(1e-15));
        assertThat(a.standaloneVar()).isCloseTo(Z * 0.01 * n, within(1e-15));
        assertThat(a.marginalVar()).isCloseTo(Z * 0.6 * 0.0001 * n * n / sigma, within(1e-15));
        assertThat(a.componentVar() / risk.valueAtRisk()).isCloseTo(0.36, within(1e-12)); // 0.36 x 1 : 0.16 x 4
        assertThat(a.beta()).isCloseTo(0.6, within(1e-12)); // 0.6 x 1 / (0.36 + 0.64)
        assertThat(a.correlation().get()).isCloseTo(0.6, within(1e-12));
        assertThat(risk.diversificationBenefit()).isCloseTo(1 - 0.01 / (0.6 * 0.01 + 0.4 * 0.02), within(1e-12));
    }

    @Test
    void perfectlyCorrelatedHoldingsDiversifyNothing() {
        PortfolioRisk risk = PortfolioRisk.of(weights(0.5, 0.5), returns(alternating(0.01, 0), alternating(0.03, 0)))
                .risk()
                .orElseThrow();
        assertThat(risk.diversificationBenefit()).isCloseTo(0, within(1e-12));
        assertThat(holding(risk, "B").correlation().get()).isCloseTo(1, within(1e-12));
    }

    @Test
    void aHoldingThatNeverMovedHasNoCorrelationAndNoRisk() {
        PortfolioRisk risk = PortfolioRisk.of(weights(0.5, 0.5), returns(alternating(0.01, 0), alternating(0, 0)))
                .risk()
                .orElseThrow();
        PortfolioRisk.Holding still = holding(risk, "B");
        assertThat(still.correlation().value()).isEmpty();
        assertThat(still.componentVar()).isZero();
    }

    @Test
    void fewerThanThirtyReturnsHaveNoRiskButAReason() {
        PortfolioRisk.Measured measured = PortfolioRisk.of(
                weights(0.5, 0.5),
                returns(alternating(0.01, 0), alternating(0.01, 0).subList(0, 29)));
        assertThat(measured.risk()).isEmpty();
        assertThat(measured.reason())
                .isEqualTo("The risk of a portfolio needs 30 daily returns of everything held, there are 29");
    }

    @Test
    void aPortfolioThatNeverMovedHasNoRiskButAReason() {
        PortfolioRisk.Measured measured =
                PortfolioRisk.of(weights(0.5, 0.5), returns(alternating(0, 0), alternating(0, 0)));
        assertThat(measured.risk()).isEmpty();
        assertThat(measured.reason()).isEqualTo("Nothing that is held moved on any of the 40 days");
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void componentsAddUpAndAgreeWithTheCovarianceMatrix(long seed) {
        Random random = new Random(seed);
        SortedMap<String, Double> weights = new TreeMap<>();
        SortedMap<String, List<Double>> returns = new TreeMap<>();
        int holdings = 2 + random.nextInt(8);
        for (int i = 0; i < holdings; i++) {
            weights.put("H" + i, random.nextDouble() / holdings);
            List<Double> own = new ArrayList<>();
            for (int day = 0; day < 60; day++) {
                own.add(0.02 * random.nextGaussian());
            }
            returns.put("H" + i, own);
        }
        PortfolioRisk risk = PortfolioRisk.of(weights, returns).risk().orElseThrow();
        assertThat(risk.holdings().values().stream()
                        .mapToDouble(PortfolioRisk.Holding::componentVar)
                        .sum())
                .as("seed %d", seed)
                .isCloseTo(risk.valueAtRisk(), within(1e-14));
        double variance = 0;
        for (String one : weights.keySet()) {
            for (String other : weights.keySet()) {
                variance += weights.getOrDefault(one, 0.0)
                        * weights.getOrDefault(other, 0.0)
                        * covariance(returns.getOrDefault(one, List.of()), returns.getOrDefault(other, List.of()));
            }
        }
        assertThat(risk.volatility()).as("seed %d", seed).isCloseTo(Math.sqrt(variance), within(1e-14));
    }

    private static double covariance(List<Double> one, List<Double> other) {
        double meanOne = one.stream().mapToDouble(value -> value).average().orElseThrow();
        double meanOther = other.stream().mapToDouble(value -> value).average().orElseThrow();
        double sum = 0;
        for (int i = 0; i < one.size(); i++) {
            sum += (one.get(i) - meanOne) * (other.get(i) - meanOther);
        }
        return sum / (one.size() - 1);
    }
}
