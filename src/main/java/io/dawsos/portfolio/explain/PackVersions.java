package io.dawsos.portfolio.explain;

import io.dawsos.pricing.PackId;

/** Which packs restate which. */
@FunctionalInterface
public interface PackVersions {

    /**
     * The newest pack of the day of {@code pack} that existed when {@code seenFrom} was made: its last restatement until then, or
     * itself. Both packs exist.
     */
    PackId restated(PackId pack, PackId seenFrom);
}
