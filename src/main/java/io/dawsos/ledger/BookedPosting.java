package io.dawsos.ledger;

import io.dawsos.ledger.beancount.Place;
import io.dawsos.ledger.beancount.Quantity;
import java.util.Optional;

/**
 * One leg of an entry with nothing left open. Units taken from several lots are several legs.
 *
 * @param unitCost cost per unit of the lot; present exactly when units of a security move
 * @param price price per unit, when stated
 * @param weight what it adds to the balance of the entry
 */
record BookedPosting(
        Place place,
        String account,
        Quantity units,
        Optional<Quantity> unitCost,
        Optional<Quantity> price,
        Quantity weight) {

    static BookedPosting ofUnits(Place place, String account, Quantity units, Quantity unitCost) {
        return new BookedPosting(
                place,
                account,
                units,
                Optional.of(unitCost),
                Optional.empty(),
                new Quantity(units.number().multiply(unitCost.number()), unitCost.commodity()));
    }

    static BookedPosting ofMoney(Place place, String account, Quantity money) {
        return new BookedPosting(place, account, money, Optional.empty(), Optional.empty(), money);
    }

    BookedPosting at(Optional<Quantity> unitPrice) {
        return new BookedPosting(place, account, units, unitCost, unitPrice, weight);
    }

    boolean isPosition() {
        return unitCost.isPresent();
    }

    boolean isCash() {
        return !isPosition() && account.startsWith("Assets:");
    }
}
