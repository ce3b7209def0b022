package io.dawsos.pricing;

import java.util.List;

/**
 * The content of a pack, before it is stored, and what was left out of it.
 *
 * @param policy rule by which prices and rates were chosen, for instance {@code ECB_CLOSE}
 * @param missing symbols and currency codes that the rule asks for and nobody ever published
 * @param quarantined rows that were published for it and are not used
 */
public record PackDraft(String policy, PriceBook book, List<String> missing, List<QuarantinedRow> quarantined) {
    public PackDraft {
        if (policy.isBlank()) {
            throw new IllegalArgumentException("Pack " + book.pack() + " has no policy");
        }
        missing = List.copyOf(missing);
        quarantined = List.copyOf(quarantined);
    }

    /** With nothing left out. */
    public PackDraft(String policy, PriceBook book) {
        this(policy, book, List.of(), List.of());
    }

    PackDraft without(List<QuarantinedRow> rows) {
        return new PackDraft(policy, book, missing, rows);
    }

    public PackId id() {
        return book.pack();
    }

    /** See {@link PackHash}. */
    public String hash() {
        return PackHash.of(policy, book);
    }
}
