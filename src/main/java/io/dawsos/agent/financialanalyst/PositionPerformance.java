package io.dawsos.agent.financialanalyst;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Result of {@code position.performance}: what the position returned over the days on which it was held, dividends after tax and commissions
 * included. Fractions; what is not defined is null, and {@code undefined} says why.
 *
 * @param from day of the first close measured from
 * @param localReturn in the currency of the security
 * @param fxReturn of that currency in base currency, over the days held
 * @param totalReturn in base currency: {@code (1 + local)(1 + fx) - 1}
 * @param totalReturnAnnualized the same a year, by calendar days
 * @param volatility of the daily returns in base currency, a year
 * @param maxDrawdown deepest fall in base currency, never positive
 * @param recovery first day back at the high before it; null when not yet, or when there was no fall
 * @param portfolioReturn time-weighted return of the portfolio between the same days
 * @param daysHeld number of daily returns
 */
public record PositionPerformance(
        String symbol,
        LocalDate from,
        LocalDate to,
        Optional<Double> localReturn,
        Optional<Double> fxReturn,
        Optional<Double> totalReturn,
        Optional<Double> totalReturnAnnualized,
        Optional<Double> volatility,
        Optional<Double> maxDrawdown,
        Optional<LocalDate> recovery,
        Optional<Double> portfolioReturn,
        int daysHeld,
        List<DayReturn> dailyReturns,
        SortedMap<String, String> undefined) {

    /** Returns of one day, in base currency. */
    public record DayReturn(LocalDate date, double position, double portfolio) {}

    public PositionPerformance {
        dailyReturns = List.copyOf(dailyReturns);
        undefined = Collections.unmodifiableSortedMap(new TreeMap<>(undefined));
    }
}
