package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Amount;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Result of {@code portfolio.sector_allocation}.
 *
 * @param sectors largest value first
 * @param totalValue of all sectors, cash included
 */
public record SectorWeights(List<Sector> sectors, @Amount BigDecimal totalValue, Currency baseCurrency) {

    /**
     * One sector.
     *
     * @param sector GICS sector, {@code Funds}, {@code Cash} or {@code Unclassified}
     * @param value in base currency
     * @param weight fraction of the total; empty when the total is 0
     */
    public record Sector(String sector, @Amount BigDecimal value, Optional<BigDecimal> weight) {}

    public SectorWeights {
        sectors = List.copyOf(sectors);
    }
}
