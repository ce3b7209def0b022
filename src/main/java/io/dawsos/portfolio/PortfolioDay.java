package io.dawsos.portfolio;

import java.util.List;

/**
 * One day of a portfolio's history.
 *
 * @param wealth growth of one unit of the portfolio from the first day of its history, flows removed: 1 on the first day
 * @param holdings attribution rows: securities by symbol, cash by currency, then the totals by currency
 */
public record PortfolioDay(DailyValue value, double wealth, List<HoldingDay> holdings) {
    public PortfolioDay {
        holdings = List.copyOf(holdings);
    }
}
