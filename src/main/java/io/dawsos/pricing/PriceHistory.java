package io.dawsos.pricing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;

/** Prices and rates over time, as they were known when a pack was made: what is stored later never changes what that pack sees. */
public interface PriceHistory {

    /**
     * What is asked for.
     *
     * @param knownBy the pack whose view it is: of each day it takes the newest pack that existed when it was made itself
     * @param from first day; the last is that of {@code knownBy}
     */
    record Query(PackId knownBy, LocalDate from, Collection<String> symbols, Collection<Currency> currencies) {
        public Query {
            symbols = List.copyOf(symbols);
            currencies = List.copyOf(currencies);
        }
    }

    /**
     * One book a day, by date, narrowed to the securities and to the rates between the currencies and the publishers' bases; one round
     * trip. Empty when there is no such pack.
     */
    List<PriceBook> books(Query query);
}
