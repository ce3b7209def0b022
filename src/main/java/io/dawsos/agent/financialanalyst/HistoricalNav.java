package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Result of {@code portfolio.historical_nav}: three lists of the same length, by date.
 *
 * @param values at the close, in base currency
 * @param flows net external flow since the value before, in base currency: in positive, out negative
 */
public record HistoricalNav(
        List<LocalDate> dates,
        @Amount List<BigDecimal> values,
        @Amount List<BigDecimal> flows) {
    public HistoricalNav {
        dates = List.copyOf(dates);
        values = List.copyOf(values);
        flows = List.copyOf(flows);
        if (dates.size() != values.size() || dates.size() != flows.size()) {
            throw new IllegalArgumentException("There are " + dates.size() + " dates, " + values.size() + " values and "
                    + flows.size() + " flows; every date needs one of each");
        }
    }
}
