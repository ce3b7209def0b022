package io.dawsos.pricing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The packs there are, and what is in them. Content never changes; state does. */
public interface PricingPacks {

    /** The newest pack, not superseded, dated {@code day} or before, whatever its status; at most one query. */
    Optional<PricingPack> newestAtOrBefore(LocalDate day);

    /** The newest fresh pack, not superseded, dated {@code day} or before: what is answered from when a newer one failed. */
    Optional<PricingPack> newestFreshAtOrBefore(LocalDate day);

    /** The first pack of all, by date, not superseded. */
    Optional<PricingPack> oldest();

    /** The newest pack that is not superseded, whatever its status. */
    Optional<PricingPack> newest();

    Optional<PricingPack> find(PackId id);

    /** All rows of one pack; throws {@link IllegalArgumentException} when there is no such pack. */
    PriceBook open(PackId id);

    /** Ids of the packs of {@code from} to {@code to}, both included, not superseded, by date. */
    List<PackId> between(LocalDate from, LocalDate to);
}
