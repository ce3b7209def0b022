package io.dawsos.agent.financialanalyst;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/**
 * Result of {@code position.currency_attribution}. The returns are the position's own, {@code total = local + fx + interaction = (1 + local)(1 + fx)
 * - 1}; the contributions are parts of the portfolio's return. Fractions.
 *
 * @param localReturn null, as the other returns, when the position had lost everything before
 */
public record PositionAttribution(
        String symbol,
        LocalDate from,
        LocalDate to,
        Currency securityCurrency,
        Currency baseCurrency,
        Optional<Double> localReturn,
        Optional<Double> fxReturn,
        Optional<Double> interaction,
        Optional<Double> totalReturn,
        double localContribution,
        double fxContribution,
        double interactionContribution,
        double totalContribution) {}
