package io.dawsos.ledger;

import io.dawsos.ledger.beancount.Place;
import io.dawsos.ledger.beancount.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * One leg of an entry with nothing left open. Units taken from several lots are several legs.
 *
 * @param price price per unit, when stated
 * @param weight what it adds to the balance of the entry
 * @param lot the lot with its cost; present exactly when units of a security move
 */
record BookedPosting(
        Place place, String account, Quantity units, Optional<Quantity> price, Quantity weight, Optional<LotLeg> lot) {

    // an average cost has all 34 digits; what its units weigh is rounded, so that it can be balanced by written amounts
    private static final int WRITTEN_DIGITS = 20;
    private static final int ROUNDED_DIGITS = 10;

    static BookedPosting ofUnits(Place place, String account, Quantity units, LotLeg lot) {
        BigDecimal exact = units.number().multiply(lot.unitCost());
        BigDecimal weight =
                exact.scale() > WRITTEN_DIGITS ? exact.setScale(ROUNDED_DIGITS, RoundingMode.HALF_EVEN) : exact;
        return new BookedPosting(
                place,
                account,
                units,
                Optional.empty(),
                new Quantity(weight, lot.cost().commodity()),
                Optional.of(lot));
    }

    static BookedPosting ofMoney(Place place, String account, Quantity money) {
        return new BookedPosting(place, account, money, Optional.empty(), money, Optional.empty());
    }

    BookedPosting at(Optional<Quantity> unitPrice) {
        return new BookedPosting(place, account, units, unitPrice, weight, lot);
    }

    /** Cost per unit of the lot; present exactly when units of a security move. */
    Optional<Quantity> unitCost() {
        return lot.map(LotLeg::cost);
    }

    /** The leg that undoes this one. */
    BookedPosting negated() {
        return new BookedPosting(place, account, units.negate(), price, weight.negate(), lot);
    }

    boolean isPosition() {
        return lot.isPresent();
    }

    boolean isCash() {
        return !isPosition() && account.startsWith("Assets:");
    }
}
