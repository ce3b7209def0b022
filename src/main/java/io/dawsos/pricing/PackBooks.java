package io.dawsos.pricing;

import java.util.Collection;
import java.util.List;

/** Every pack ever made, superseded ones too, in the order in which they came to be known: what histories are computed from. */
public interface PackBooks {

    /**
     * A pack and its place in the order of creation.
     *
     * @param sequence grows with every pack; not without gaps
     */
    record Made(PackId id, long sequence) {}

    /** All of them by sequence; one query. */
    List<Made> made();

    /**
     * The rates of these packs, and their prices of these securities, by pack; one round trip. A pack that there is not is left out.
     * The caller bounds the memory: prices are packs times symbols.
     */
    List<PriceBook> books(Collection<PackId> packs, Collection<String> symbols);
}
