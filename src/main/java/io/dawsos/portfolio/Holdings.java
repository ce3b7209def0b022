package io.dawsos.portfolio;

import java.time.LocalDate;
import java.util.List;

/**
 * What a portfolio held at the end of a day.
 *
 * @param lots by symbol, then lot number
 * @param cash by currency
 */
public record Holdings(LocalDate date, List<Lot> lots, List<CashBalance> cash) {
    public Holdings {
        lots = List.copyOf(lots);
        cash = List.copyOf(cash);
    }
}
