package io.dawsos.portfolio;

import io.dawsos.pricing.PackId;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a portfolio was worth at the close of a day, in base currency.
 *
 * @param flow net external flow since the day before in this series, taken at the close: in positive, out negative
 */
public record DailyValue(LocalDate date, PackId pack, BigDecimal value, BigDecimal flow) {}
