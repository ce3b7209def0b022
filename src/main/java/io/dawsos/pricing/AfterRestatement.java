package io.dawsos.pricing;

/** Told when a day was restated, after everything is stored. What was computed from the old pack stays; what is wanted from the new one is added. */
@FunctionalInterface
public interface AfterRestatement {

    /**
     * Called once for each restatement.
     *
     * @param old superseded from now on
     * @param current its successor, still warming
     */
    void restated(PackId old, PackId current);

    /** This one first, then another. */
    default AfterRestatement andThen(AfterRestatement next) {
        return (old, current) -> {
            restated(old, current);
            next.restated(old, current);
        };
    }
}
