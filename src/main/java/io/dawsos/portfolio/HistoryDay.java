package io.dawsos.portfolio;

import io.dawsos.pricing.PackId;
import java.time.LocalDate;
import java.util.List;

/**
 * One valued day of a portfolio's history. It is also all that the days after it depend on, beside ledger and packs.
 *
 * @param wealthIndex growth of one unit of the portfolio from the first day of the history until this close
 * @param holdings a row for everything ever held, by holding
 */
public record HistoryDay(DailyValue value, double wealthIndex, List<HoldingDay> holdings) implements HistoryRow {
    public HistoryDay {
        holdings = List.copyOf(holdings);
        for (HoldingDay holding : holdings) {
            if (!holding.date().equals(value.date())) {
                throw new IllegalArgumentException("The row of " + holding.holding() + " is dated " + holding.date()
                        + " within the day " + value.date());
            }
        }
    }

    @Override
    public LocalDate date() {
        return value.date();
    }

    @Override
    public PackId pack() {
        return value.pack();
    }
}
