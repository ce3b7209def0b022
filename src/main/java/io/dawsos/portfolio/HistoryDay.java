package io.dawsos.portfolio;

import java.util.List;

/**
 * One day of a portfolio's history, as the nightly job stores it.
 *
 * @param wealthIndex growth of one unit of the portfolio from the first day of the history until this close
 * @param holdings a row for everything ever held, by holding
 */
public record HistoryDay(DailyValue value, double wealthIndex, List<HoldingDay> holdings) {
    public HistoryDay {
        holdings = List.copyOf(holdings);
        for (HoldingDay holding : holdings) {
            if (!holding.date().equals(value.date())) {
                throw new IllegalArgumentException("The row of " + holding.holding() + " is dated " + holding.date()
                        + " within the day " + value.date());
            }
        }
    }
}
