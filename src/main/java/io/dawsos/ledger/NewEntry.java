package io.dawsos.ledger;

import io.dawsos.ledger.beancount.CostSpec;
import io.dawsos.ledger.beancount.MetaValue;
import io.dawsos.ledger.beancount.PriceSpec;
import io.dawsos.ledger.beancount.Quantity;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A transaction that shall be written into a journal; {@link JournalText} writes it.
 *
 * @param tags without {@code #}
 * @param metadata by key, in the order written; {@code id} is what the transaction is called by
 */
public record NewEntry(
        LocalDate date, String narration, List<String> tags, Map<String, MetaValue> metadata, List<Leg> legs) {

    /**
     * One posting.
     *
     * @param units empty when the loader shall work the amount out
     */
    public record Leg(String account, Optional<Quantity> units, Optional<CostSpec> cost, Optional<PriceSpec> price) {

        /** Money without cost or price. */
        public static Leg money(String account, Quantity amount) {
            return new Leg(account, Optional.of(amount), Optional.empty(), Optional.empty());
        }

        /** Units at cost, with the price of a sale. */
        public static Leg units(String account, Quantity units, CostSpec cost, Optional<Quantity> unitPrice) {
            return new Leg(
                    account,
                    Optional.of(units),
                    Optional.of(cost),
                    unitPrice.map(amount -> new PriceSpec(amount, false)));
        }

        /** What the other legs leave. */
        public static Leg open(String account) {
            return new Leg(account, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    public NewEntry {
        tags = List.copyOf(tags);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        legs = List.copyOf(legs);
    }
}
