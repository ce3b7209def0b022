package io.dawsos.nightly;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.portfolio.HistoryDay;
import io.dawsos.pricing.PriceBook;
import java.util.List;

/** Computes the history of a portfolio: a pure function of its book and the packs. */
@FunctionalInterface
public interface DailyHistory {

    /** One day a pack, from the first day on which the portfolio is worth something, by date. */
    List<HistoryDay> of(LedgerBook book, List<PriceBook> packs);
}
