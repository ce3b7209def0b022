package io.dawsos.ledger.beancount;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What stands in braces after the units: which lot is meant, or what a new lot costs.
 *
 * @param unitCost cost per unit; empty in <code>{}</code>
 * @param acquired day of the purchase, when stated
 */
public record CostSpec(Optional<Quantity> unitCost, Optional<LocalDate> acquired) {

    /** As Beancount writes it: <code>{126.60 USD, 2021-01-06}</code>. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        unitCost.ifPresent(text::append);
        if (unitCost.isPresent() && acquired.isPresent()) {
            text.append(", ");
        }
        acquired.ifPresent(text::append);
        return text.append('}').toString();
    }
}
