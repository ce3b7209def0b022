package io.dawsos.agent.financialanalyst;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Result of {@code position.contribution}. Fractions.
 *
 * @param totalContribution part of the portfolio's return that came from the position
 * @param positionReturn the position's own, in base currency; null when it had lost everything before
 * @param shareOfPortfolioReturn contribution / return of the portfolio; null when that is 0
 * @param weight share of the portfolio at the end
 */
public record PositionContribution(
        String symbol,
        LocalDate from,
        LocalDate to,
        double totalContribution,
        Optional<Double> positionReturn,
        double portfolioReturn,
        Optional<Double> shareOfPortfolioReturn,
        double weight) {}
