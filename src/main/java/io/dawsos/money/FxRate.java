package io.dawsos.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * Units of {@code quote} per one unit of {@code base}: USD/CAD 1.3625 means 1 USD costs 1.3625 CAD.
 *
 * @param date the day on which the rate was published; older than the pack when carried forward
 */
public record FxRate(Currency base, Currency quote, BigDecimal rate, LocalDate date) {
    public FxRate {
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("The rate " + base + "/" + quote + " of " + date + " is "
                    + rate.toPlainString() + ", not positive");
        }
    }
}
