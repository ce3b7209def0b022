package io.dawsos.pricing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;

/** What the markets published, as it was published: nothing carried, nothing adjusted. Both ends of a range are included. */
public interface MarketData {

    /** Closes as traded that day, in whole units of their currency, each dated by its trading day; in no particular order. */
    List<Price> closes(Collection<String> symbols, LocalDate from, LocalDate to);

    /** Rates against one base currency, each dated by its publication. */
    List<FxQuote> rates(Collection<Currency> currencies, LocalDate from, LocalDate to);

    /** Splits by ex-date. */
    List<Split> splits(Collection<String> symbols, LocalDate from, LocalDate to);
}
