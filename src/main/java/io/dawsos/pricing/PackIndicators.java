package io.dawsos.pricing;

import java.util.List;
import java.util.Optional;

/** The economic figures that belong to packs: stored with the pack, never changed. */
public interface PackIndicators {

    /** A figure of a pack. */
    record Entry(PackId pack, Indicator indicator) {}

    /** The value that the pack holds of a series, with its own date; empty when the pack was made without. */
    Optional<Indicator> find(PackId pack, String series);

    /** Adds figures to packs that are warming, all or none; one that is there is left as it is. A pack that left warming takes no more. */
    void save(List<Entry> entries);
}
