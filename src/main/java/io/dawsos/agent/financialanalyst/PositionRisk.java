package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Result of {@code position.risk}: the portfolio as it is held now, over the past prices and exchange rates of what it holds, foreign cash
 * included and dividends left out. VaR is the loss of one day at {@code confidence}, from the standard deviation. What is not defined is null,
 * and {@code undefined} says why.
 *
 * @param dailyVar VaR of the position alone, in base currency
 * @param dailyVarFraction the same as a fraction of the position
 * @param marginalVar change of the portfolio's VaR, as a fraction of the portfolio, for each unit of weight
 * @param componentVar the position's part of the portfolio's VaR, in base currency; the parts of everything held add up to it
 * @param shareOfPortfolioRisk component VaR / VaR of the portfolio
 * @param positionVolatility a year
 * @param betaToPortfolio to the portfolio at its present weights
 * @param diversificationBenefit of the whole portfolio: 1 - its VaR / sum of the VaRs of everything alone
 * @param observations number of daily returns
 */
public record PositionRisk(
        String symbol,
        LocalDate from,
        LocalDate to,
        double confidence,
        @Amount Optional<BigDecimal> marketValue,
        Optional<BigDecimal> weight,
        @Amount Optional<BigDecimal> dailyVar,
        Optional<Double> dailyVarFraction,
        Optional<Double> marginalVar,
        @Amount Optional<BigDecimal> componentVar,
        Optional<Double> shareOfPortfolioRisk,
        Optional<Double> positionVolatility,
        Optional<Double> portfolioVolatility,
        @Amount Optional<BigDecimal> portfolioDailyVar,
        Optional<Double> betaToPortfolio,
        Optional<Double> correlation,
        Optional<Double> diversificationBenefit,
        int observations,
        SortedMap<String, String> undefined) {
    public PositionRisk {
        undefined = Collections.unmodifiableSortedMap(new TreeMap<>(undefined));
    }
}
