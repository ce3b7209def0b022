package io.dawsos.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One row of a pack that its restatement tells otherwise.
 *
 * @param kind {@code price} or {@code fx}
 * @param key symbol, or pair such as {@code EUR/USD}
 * @param before empty when the old pack does not have it
 * @param after empty when the new one does not
 */
public record RowChange(String kind, String key, Optional<Fact> before, Optional<Fact> after) {

    /** What a row says, of which day, by whom. */
    public record Fact(BigDecimal value, LocalDate date, String provider) {

        private boolean same(Fact other) {
            return value.compareTo(other.value) == 0 && date.equals(other.date) && provider.equals(other.provider);
        }
    }

    /** Every row that differs: prices by symbol, then rates by pair. Empty exactly when {@link PackHash} is the same. */
    public static List<RowChange> between(PriceBook before, PriceBook after) {
        List<RowChange> changes = new ArrayList<>();
        compare("price", prices(before), prices(after), changes);
        compare("fx", rates(before), rates(after), changes);
        return List.copyOf(changes);
    }

    private static SortedMap<String, Fact> prices(PriceBook book) {
        SortedMap<String, Fact> facts = new TreeMap<>();
        book.prices()
                .forEach(price -> facts.put(price.symbol(), new Fact(price.close(), price.date(), price.provider())));
        return facts;
    }

    private static SortedMap<String, Fact> rates(PriceBook book) {
        SortedMap<String, Fact> facts = new TreeMap<>();
        book.quotes()
                .forEach(quote -> facts.put(
                        quote.base() + "/" + quote.quote(), new Fact(quote.rate(), quote.date(), quote.provider())));
        return facts;
    }

    private static void compare(
            String kind, SortedMap<String, Fact> before, SortedMap<String, Fact> after, List<RowChange> changes) {
        SortedMap<String, Fact> all = new TreeMap<>(after);
        all.putAll(before);
        for (Map.Entry<String, Fact> entry : all.entrySet()) {
            Optional<Fact> old = Optional.ofNullable(before.get(entry.getKey()));
            Optional<Fact> now = Optional.ofNullable(after.get(entry.getKey()));
            if (old.isEmpty() || now.isEmpty() || !old.get().same(now.get())) {
                changes.add(new RowChange(kind, entry.getKey(), old, now));
            }
        }
    }
}
