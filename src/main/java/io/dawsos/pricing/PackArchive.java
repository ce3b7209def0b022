package io.dawsos.pricing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What operators and clients may know of packs, besides their rows. */
public interface PackArchive {

    /**
     * What is in a pack, in numbers.
     *
     * @param carried rows of an earlier day than the pack
     * @param missing symbols and currency codes that were asked for and never published
     * @param quarantined rows that were published for it and not used
     * @param createdAt when it was stored
     */
    record Contents(int prices, int rates, int carried, List<String> missing, int quarantined, Instant createdAt) {
        public Contents {
            missing = List.copyOf(missing);
        }
    }

    /**
     * A row that is not used.
     *
     * @param id by which an operator accepts it
     * @param acceptedFor the restatement that uses it after all
     */
    record Quarantined(long id, QuarantinedRow row, Optional<PackId> acceptedFor) {}

    /** Newest first, superseded ones among them; {@code before} is where the page before ended. */
    List<PricingPack> page(Optional<PackId> before, int limit);

    /** The pack of a day and its restatements, the first one first. */
    List<PricingPack> chain(LocalDate day);

    /** Empty when there is no such pack. */
    Optional<Contents> contents(PackId pack);

    /** In order of their ids. */
    List<Quarantined> quarantine(PackId pack);

    /** Rows of {@code from} to {@code to}, both included, that restatements use although they were quarantined. */
    List<MarketRow.Publication> accepted(LocalDate from, LocalDate to);

    /** Rows computed from the pack, by table, zeros included. */
    SortedMap<String, Long> dependents(PackId pack);

    /** Packs of later days that are not superseded. */
    int laterThan(LocalDate day);
}
