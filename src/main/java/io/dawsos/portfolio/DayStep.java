package io.dawsos.portfolio;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * One day's step of the attribution.
 *
 * @param before rates of the day before
 * @param today rates of the day
 * @param value value of the portfolio at the close before, positive
 * @param wealth wealth index at the close before
 */
record DayStep(DayRates before, DayRates today, double value, double wealth) {

    // a currency new to the packs was not held the day before, so that nothing of it is lost to the exchange rate
    BigDecimal rateBefore(Currency currency) {
        return before.find(currency).orElseGet(() -> today.rate(currency));
    }

    /** What an amount of base currency contributed to the wealth of the first day's unit. */
    double contribution(double amount) {
        return wealth * amount / value;
    }
}
