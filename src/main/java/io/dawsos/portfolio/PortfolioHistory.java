package io.dawsos.portfolio;

import io.dawsos.pricing.PriceBook;
import java.time.LocalDate;

/** What the database knows of a portfolio at one ledger commit. Every method costs one round trip. */
public interface PortfolioHistory {

    /** What was held at the end of the pack's day, and all rows of that pack. */
    record HoldingsAndPrices(Holdings holdings, PriceBook prices) {}

    /** Lots and cash at the close of the scope's pack, with the pack's rows. */
    HoldingsAndPrices holdings(PortfolioScope scope);

    /** Daily values of the range, both days included, by date, up to the scope's pack. The first carries the flow of its own day. */
    DailyValues values(PortfolioScope scope, LocalDate from, LocalDate to);

    /**
     * The last {@code observations} daily values up to the scope's pack, by date; fewer when the history is shorter.
     */
    DailyValues lastValues(PortfolioScope scope, int observations);

    /**
     * The attribution rows at the last days at or before {@code from} and {@code to}; the first day of the history when {@code from} lies before
     * it. A day without a value is passed over at the start; at the end it makes the window {@link AttributionWindow#unvalued}.
     */
    AttributionWindow attribution(PortfolioScope scope, LocalDate from, LocalDate to);

    /**
     * The same over the last {@code days} daily returns of the history up to the scope's pack, so that it covers what
     * {@code lastValues(scope, days + 1)} covers; over the whole history when that is shorter.
     */
    AttributionWindow lastAttribution(PortfolioScope scope, int days);
}
