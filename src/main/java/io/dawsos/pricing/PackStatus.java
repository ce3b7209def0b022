package io.dawsos.pricing;

/** Where a pack stands on its way to being answered from. */
public enum PackStatus {
    /** Built or being built; answers wait for it. */
    WARMING,
    /** Reconciled and prewarmed; answers are computed from it. */
    FRESH,
    /** Its build or its reconciliation failed. */
    ERROR
}
