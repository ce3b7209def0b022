package io.dawsos.metrics;

import io.dawsos.portfolio.DailyValue;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Value of a portfolio at the close of a day, in base currency.
 *
 * @param flow net external flow since the value before, taken at the close: in positive, out negative
 */
public record DatedValue(LocalDate date, BigDecimal value, BigDecimal flow) {

    /** The part of a daily value that a return needs. */
    public static DatedValue of(DailyValue day) {
        return new DatedValue(day.date(), day.value(), day.flow());
    }
}
