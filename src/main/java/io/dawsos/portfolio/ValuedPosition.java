package io.dawsos.portfolio;

import io.dawsos.money.FxRate;
import io.dawsos.pricing.Price;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * All lots of one security and what they are worth. A position without price or exchange rate is unvalued: it has no market value and
 * no weight, and stands in no total.
 *
 * @param price empty when the pack has none
 * @param fx base currency per unit of the price's currency; empty when the pack has none
 * @param marketValue in base currency, unrounded
 * @param costBasis in base currency at the exchange rates of the purchases, commission excluded
 * @param weight market value / total value of the portfolio, cash included
 * @param lots by lot number
 */
public record ValuedPosition(
        String symbol,
        BigDecimal quantity,
        Optional<Price> price,
        Optional<FxRate> fx,
        Optional<BigDecimal> marketValue,
        BigDecimal costBasis,
        Optional<BigDecimal> weight,
        List<ValuedLot> lots) {
    public ValuedPosition {
        lots = List.copyOf(lots);
    }

    /** Market value less cost, in base currency. */
    public Optional<BigDecimal> unrealizedPnl() {
        return marketValue.map(value -> value.subtract(costBasis));
    }

    ValuedPosition weighted(Optional<BigDecimal> share) {
        return new ValuedPosition(symbol, quantity, price, fx, marketValue, costBasis, share, lots);
    }
}
