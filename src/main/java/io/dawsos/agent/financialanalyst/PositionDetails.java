package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Result of {@code position.details}. What needs a price or an exchange rate that the pack lacks is null.
 *
 * @param assetClass {@code equity} or {@code etf}; null, as the name, when the security master does not know the security
 * @param avgCost of a unit in {@code currency}, commission excluded
 * @param costBasis in base currency at the exchange rates of the purchases
 * @param fxRate base currency per unit of {@code currency}, by the pack
 * @param marketValueLocal in {@code currency}
 * @param marketValue in base currency
 * @param weight fraction of the portfolio with its cash
 * @param unrealizedPnl market value less cost basis, in base currency
 * @param unrealizedReturn the same as a fraction of the cost basis
 * @param unrealizedPriceEffect what the price made of it at the exchange rates of the purchases; with the next two it is the unrealized gain
 * @param unrealizedFxEffect what exchange rates made of the cost
 */
public record PositionDetails(
        String symbol,
        Optional<String> name,
        Optional<String> assetClass,
        Optional<String> sector,
        Optional<String> exchange,
        Optional<String> country,
        Currency currency,
        BigDecimal quantity,
        int lotCount,
        BigDecimal avgCost,
        @Amount BigDecimal costBasis,
        Optional<BigDecimal> currentPrice,
        Optional<LocalDate> priceDate,
        Optional<BigDecimal> fxRate,
        @Amount Optional<BigDecimal> marketValueLocal,
        @Amount Optional<BigDecimal> marketValue,
        Optional<BigDecimal> weight,
        @Amount Optional<BigDecimal> unrealizedPnl,
        Optional<BigDecimal> unrealizedReturn,
        @Amount Optional<BigDecimal> unrealizedPriceEffect,
        @Amount Optional<BigDecimal> unrealizedFxEffect,
        @Amount Optional<BigDecimal> unrealizedInteraction,
        List<ValuedPositions.Lot> lots) {
    public PositionDetails {
        lots = List.copyOf(lots);
    }
}
