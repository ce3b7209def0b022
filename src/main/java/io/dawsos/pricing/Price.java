package io.dawsos.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What one unit of a security, as held on the day of the pack, was worth at the close.
 *
 * @param close in whole units of {@code currency} (pounds, not pence); unadjusted for dividends; a close carried forward over a
 *     split is divided by its ratio
 * @param date day of the close; older than the pack when carried forward
 * @param provider who published it
 */
public record Price(String symbol, BigDecimal close, Currency currency, LocalDate date, String provider) {}
