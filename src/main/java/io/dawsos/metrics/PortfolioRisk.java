package io.dawsos.metrics;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Risk of a portfolio as it is held now, and each holding's part in it, from the past daily returns of the holdings.
 *
 * <p>With weights {@code w} and the covariance matrix {@code S} of daily returns (divisor n - 1), {@code sigma = sqrt(w' S w)}, and at the
 * confidence of {@value #CONFIDENCE} with {@code z = 1.6449} (normal distribution, mean taken as 0):
 * <pre>
 *   VaR of the portfolio     = z sigma
 *   VaR of a holding alone   = z sigma_i                     per unit of its own value
 *   marginal VaR             = z (S w)_i / sigma             per unit of weight
 *   component VaR            = w_i x marginal VaR            the components add up to the VaR of the portfolio
 *   beta                     = (S w)_i / sigma^2
 *   diversification benefit  = 1 - VaR of the portfolio / sum |w_i| VaR_i
 * </pre>
 * {@code (S w)_i} is the covariance of the holding's returns with those of the portfolio at today's weights, so that no matrix is needed.
 * Source: P. Jorion, "Value at Risk", 3rd edition (2006), chapter 7.
 *
 * @param observations number of daily returns
 * @param volatility standard deviation of a day
 * @param valueAtRisk loss of a day that is exceeded on one day in twenty, as a fraction of the portfolio
 * @param diversificationBenefit fraction
 * @param holdings by name
 */
public record PortfolioRisk(
        int observations,
        double volatility,
        double valueAtRisk,
        double diversificationBenefit,
        SortedMap<String, Holding> holdings) {

    /** One-sided. */
    public static final double CONFIDENCE = 0.95;

    /** Fewer returns say nothing of a covariance. */
    public static final int FEWEST_RETURNS = 30;

    /** Quantile of the standard normal distribution at {@link #CONFIDENCE}. */
    private static final double Z = 1.6448536269514722;

    /**
     * One holding.
     *
     * @param volatility standard deviation of a day
     * @param beta to the portfolio
     * @param correlation to the portfolio; undefined when the holding never moved
     * @param standaloneVar fraction of its own value
     * @param marginalVar change of the portfolio's VaR for each unit of weight
     * @param componentVar part of the portfolio's VaR, as a fraction of the portfolio
     */
    public record Holding(
            double weight,
            double volatility,
            double beta,
            Figure correlation,
            double standaloneVar,
            double marginalVar,
            double componentVar) {}

    public PortfolioRisk {
        holdings = Collections.unmodifiableSortedMap(new TreeMap<>(holdings));
    }

    /**
     * Measures a portfolio.
     *
     * @param weights by name of the holding, as fractions of the portfolio
     * @param returns daily returns in base currency by the same names, all of the same days
     * @return the risk, or the reason why there is none, as a figure of the portfolio's volatility
     */
    public static Measured of(SortedMap<String, Double> weights, SortedMap<String, List<Double>> returns) {
        int count = returns.values().stream().mapToInt(List::size).min().orElse(0);
        if (count < FEWEST_RETURNS) {
            return Measured.undefined("The risk of a portfolio needs " + FEWEST_RETURNS
                    + " daily returns of everything held, there are " + count);
        }
        double[] portfolio = new double[count];
        weights.forEach((name, weight) -> {
            List<Double> own = returns.getOrDefault(name, List.of());
            for (int i = 0; i < count; i++) {
                portfolio[i] += weight * own.get(i);
            }
        });
        double variance = covariance(portfolio, portfolio);
        if (!(variance > 0)) {
            return Measured.undefined("Nothing that is held moved on any of the " + count + " days");
        }
        return new Measured(Optional.of(of(weights, returns, portfolio, variance)), "");
    }

    /** The risk, or why there is none. */
    public record Measured(Optional<PortfolioRisk> risk, String reason) {
        static Measured undefined(String reason) {
            return new Measured(Optional.empty(), reason);
        }
    }

    private static PortfolioRisk of(
            SortedMap<String, Double> weights,
            SortedMap<String, List<Double>> returns,
            double[] portfolio,
            double variance) {
        double sigma = Math.sqrt(variance);
        SortedMap<String, Holding> holdings = new TreeMap<>();
        double alone = 0;
        for (Map.Entry<String, Double> entry : weights.entrySet()) {
            double[] own = returns.getOrDefault(entry.getKey(), List.of()).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            Holding holding = holding(entry.getValue(), own, portfolio, sigma);
            holdings.put(entry.getKey(), holding);
            alone += Math.abs(holding.weight()) * holding.standaloneVar();
        }
        double valueAtRisk = Z * sigma;
        return new PortfolioRisk(portfolio.length, sigma, valueAtRisk, 1 - valueAtRisk / alone, holdings);
    }

    private static Holding holding(double weight, double[] own, double[] portfolio, double sigma) {
        double withPortfolio = covariance(own, portfolio);
        double volatility = Math.sqrt(covariance(own, own));
        double marginal = Z * withPortfolio / sigma;
        Figure correlation = volatility > 0
                ? Figure.of(withPortfolio / (volatility * sigma))
                : Figure.undefined("A holding that never moved correlates with nothing");
        return new Holding(
                weight,
                volatility,
                withPortfolio / (sigma * sigma),
                correlation,
                Z * volatility,
                marginal,
                weight * marginal);
    }

    private static double covariance(double[] one, double[] other) {
        double meanOne = Arrays.stream(one).average().orElse(0);
        double meanOther = Arrays.stream(other).average().orElse(0);
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - meanOne) * (other[i] - meanOther);
        }
        return sum / (one.length - 1);
    }
}
