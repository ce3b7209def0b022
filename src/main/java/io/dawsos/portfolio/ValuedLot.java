package io.dawsos.portfolio;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A lot and what it is worth.
 *
 * @param marketValue quantity x price x exchange rate, in base currency; empty when price or rate is missing
 */
public record ValuedLot(Lot lot, Optional<BigDecimal> marketValue) {

    /** Market value less cost at the exchange rate of the purchase, in base currency. */
    public Optional<BigDecimal> unrealizedPnl() {
        return marketValue.map(value -> value.subtract(lot.costBase()));
    }
}
