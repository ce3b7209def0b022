package io.dawsos.portfolio.explain;

import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.pricing.PriceBook;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;

/** The packs behind the daily history of a portfolio, cut down to some securities. Each method is one round trip. */
public interface PackSeries {

    /** The last packs with which the portfolio has a value, up to the scope's own, by date, one a day; fewer when the history is shorter. Each has all its exchange rates. */
    List<PriceBook> last(PortfolioScope scope, SortedSet<String> symbols, int observations);

    /** The packs of {@code from} to {@code to}, both days included, up to the scope's own, by date, one a day. */
    List<PriceBook> between(PortfolioScope scope, SortedSet<String> symbols, LocalDate from, LocalDate to);
}
