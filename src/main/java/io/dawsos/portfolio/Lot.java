package io.dawsos.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * An open lot at the end of a day.
 *
 * @param unitCost per unit in {@code currency}, commission excluded
 * @param fxRate base currency per unit of {@code currency}, locked at the purchase
 */
public record Lot(
        int lot,
        String symbol,
        LocalDate acquired,
        BigDecimal quantity,
        BigDecimal unitCost,
        Currency currency,
        BigDecimal fxRate) {

    /** Cost in base currency at the exchange rate of the purchase, unrounded. */
    public BigDecimal costBase() {
        return quantity.multiply(unitCost).multiply(fxRate);
    }
}
