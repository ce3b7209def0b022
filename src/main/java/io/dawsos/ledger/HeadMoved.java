package io.dawsos.ledger;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;

/** Somebody else has committed since the head was read; nothing was changed. What was worked out must be worked out again from the new head. */
public final class HeadMoved extends Failure {

    HeadMoved() {
        super(
                FailureReason.LEDGER_NOT_WRITABLE,
                "The ledger was changed by somebody else at the same moment, twice; nothing was written. Send it again");
    }
}
