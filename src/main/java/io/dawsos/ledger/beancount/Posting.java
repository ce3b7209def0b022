package io.dawsos.ledger.beancount;

import java.util.Optional;

/**
 * One leg of a transaction.
 *
 * @param units empty when the amount is left to the loader to work out
 */
public record Posting(
        Place place,
        String account,
        Optional<Quantity> units,
        Optional<CostSpec> cost,
        Optional<PriceSpec> price,
        Metadata metadata) {

    Posting with(Metadata.Item item) {
        return new Posting(place, account, units, cost, price, metadata.with(item));
    }
}
