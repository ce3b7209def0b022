package io.dawsos.ledger;

import io.dawsos.ledger.beancount.Quantity;
import java.math.BigDecimal;

/**
 * The lot that a leg moves units of, and what the lot was at that moment.
 *
 * @param unitCost cost per unit, in the currency of the lot
 * @param fxRate base currency per unit of that currency
 */
record LotLeg(OpenLot lot, BigDecimal unitCost, BigDecimal fxRate) {

    Quantity cost() {
        return new Quantity(unitCost, lot.currency().getCurrencyCode());
    }
}
