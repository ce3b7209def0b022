package io.dawsos.bookkeeping;

import io.dawsos.ledger.LotPeriod;
import java.math.BigDecimal;

/** Units that a sale takes from a lot. */
record TakenLot(LotPeriod lot, BigDecimal quantity) {

    LotId id() {
        return LotId.of(lot);
    }
}
