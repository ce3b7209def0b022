package io.dawsos.pricing;

/**
 * Tells a day anew from what is published now. Both refuse with a {@link io.dawsos.failure.Failure}: VALIDATION_FAILED without a reason,
 * PACK_NOT_FOUND, and RESTATEMENT_REFUSED when the pack is superseded already, nothing would change, or a row cannot be accepted.
 */
public interface Restatements {

    /** What it would change; nothing is stored. */
    RestatementPlan plan(RestatementRequest request);

    /** Stores it, and says what changed. */
    RestatementPlan apply(RestatementRequest request);
}
