package io.dawsos.pricing;

/** Told of every row that a stored pack does not use. */
@FunctionalInterface
public interface QuarantineListener {

    /** Nobody listens. */
    QuarantineListener NONE = reason -> {};

    void quarantined(QuarantineReason reason);
}
