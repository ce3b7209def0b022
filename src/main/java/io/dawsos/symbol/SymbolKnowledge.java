package io.dawsos.symbol;

import java.util.List;

/**
 * All that is known about symbols on one day.
 *
 * @param listings by symbol
 * @param facts the one of each symbol and provider that is in force, by both
 * @param overrides the newest of each symbol and field, by both
 */
public record SymbolKnowledge(List<Listing> listings, List<SymbolFact> facts, List<SymbolOverride> overrides) {
    public SymbolKnowledge {
        listings = List.copyOf(listings);
        facts = List.copyOf(facts);
        overrides = List.copyOf(overrides);
    }
}
