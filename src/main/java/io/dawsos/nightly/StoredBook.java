package io.dawsos.nightly;

import io.dawsos.portfolio.Portfolio;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the database holds of a portfolio at the close of a day, under the ledger commit that it is answered from.
 *
 * @param commit full hash of that commit
 * @param positions by symbol
 * @param cash by currency code
 * @param value the stored value of the day, under one pack; empty when there is none
 * @param unvalued why there is none, when that is stored
 */
public record StoredBook(
        Portfolio portfolio,
        String commit,
        SortedMap<String, Held> positions,
        SortedMap<String, BigDecimal> cash,
        Optional<BigDecimal> value,
        Optional<Unvalued> unvalued) {
    public StoredBook {
        positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
        cash = Collections.unmodifiableSortedMap(new TreeMap<>(cash));
    }

    /** All lots of a security: units, and their cost in base currency at the exchange rates of the purchases. */
    public record Held(BigDecimal quantity, BigDecimal cost) {

        Held plus(Held other) {
            return new Held(quantity.add(other.quantity), cost.add(other.cost));
        }
    }

    /**
     * A day without a value.
     *
     * @param missing what the pack lacks of what was held at the close or has moved since the last valued day
     * @param lastValued that day; empty when there was none yet
     */
    public record Unvalued(List<String> missing, Optional<LocalDate> lastValued) {
        public Unvalued {
            missing = List.copyOf(missing);
        }
    }
}
