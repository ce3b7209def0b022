package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Result of {@code portfolio.get_valued_positions} and {@code pricing.apply_pack}. Values are in base currency, prices in their own,
 * weights fractions of {@code totalValue}. A position or cash without price or exchange rate has null for every value and stands
 * in no total; a warning of the answer names it.
 *
 * @param positions by symbol
 * @param cash by currency
 */
public record ValuedPositions(
        Currency baseCurrency,
        List<Position> positions,
        List<Cash> cash,
        @Amount BigDecimal securitiesValue,
        @Amount BigDecimal cashValue,
        @Amount BigDecimal totalValue) {

    /**
     * All lots of one security.
     *
     * @param name empty when the security master does not know it
     * @param price per unit in {@code priceCurrency}
     * @param priceDate day of the close
     * @param fxRate base currency per unit of {@code priceCurrency}
     * @param costBasis at the exchange rates of the purchases, commission excluded
     * @param lots by lot number
     */
    public record Position(
            String symbol,
            Optional<String> name,
            BigDecimal quantity,
            Optional<BigDecimal> price,
            Optional<Currency> priceCurrency,
            Optional<LocalDate> priceDate,
            Optional<BigDecimal> fxRate,
            @Amount Optional<BigDecimal> marketValue,
            @Amount BigDecimal costBasis,
            @Amount Optional<BigDecimal> unrealizedPnl,
            Optional<BigDecimal> weight,
            List<Lot> lots) {
        public Position {
            lots = List.copyOf(lots);
        }
    }

    /**
     * One lot.
     *
     * @param unitCost per unit in {@code currency}
     * @param fxRate base currency per unit of {@code currency} on the day of the purchase
     */
    public record Lot(
            LocalDate acquired,
            BigDecimal quantity,
            BigDecimal unitCost,
            Currency currency,
            BigDecimal fxRate,
            @Amount BigDecimal costBasis,
            @Amount Optional<BigDecimal> marketValue,
            @Amount Optional<BigDecimal> unrealizedPnl) {}

    /** Cash of one currency, and its value in base currency. */
    public record Cash(
            Currency currency,
            @Amount BigDecimal amount,
            @Amount Optional<BigDecimal> value) {}

    public ValuedPositions {
        positions = List.copyOf(positions);
        cash = List.copyOf(cash);
    }
}
