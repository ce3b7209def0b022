package io.dawsos.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * A published exchange rate: {@code rate} units of {@code quote} for one unit of {@code base}.
 *
 * @param date day of publication; older than the pack when carried forward
 */
public record FxQuote(Currency base, Currency quote, BigDecimal rate, LocalDate date, String provider) {}
