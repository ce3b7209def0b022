package io.dawsos.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/**
 * A lot as it stood at the end of every day from {@code from} until the day before {@code until}.
 * A sale or a corporate action ends one period of the lot and begins the next. At average cost all units of a security in an account are
 * one lot, its pool, and each purchase begins a period too.
 *
 * @param lot number of the lot within the portfolio, from 1, in order of acquisition; a split keeps it
 * @param acquired day of the purchase, kept over corporate actions; of a pool that of its first purchase
 * @param until first day on which this is no longer true; empty while it holds
 * @param quantity open units, positive
 * @param unitCost cost per unit in {@code currency}, commission excluded
 * @param fxRate base currency per unit of {@code currency}, locked at the purchase; of a pool the average, weighted by cost
 */
public record LotPeriod(
        int lot,
        String symbol,
        LocalDate acquired,
        LocalDate from,
        Optional<LocalDate> until,
        BigDecimal quantity,
        BigDecimal unitCost,
        Currency currency,
        BigDecimal fxRate) {

    /** Cost in base currency at the exchange rate of the purchase, unrounded. */
    public BigDecimal costBase() {
        return quantity.multiply(unitCost).multiply(fxRate);
    }
}
