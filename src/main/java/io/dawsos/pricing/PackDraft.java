package io.dawsos.pricing;

/**
 * The content of a pack, before it is stored.
 *
 * @param policy rule by which prices and rates were chosen, for instance {@code ECB_CLOSE}
 */
public record PackDraft(String policy, PriceBook book) {
    public PackDraft {
        if (policy.isBlank()) {
            throw new IllegalArgumentException("Pack " + book.pack() + " has no policy");
        }
    }

    public PackId id() {
        return book.pack();
    }

    /** See {@link PackHash}. */
    public String hash() {
        return PackHash.of(policy, book);
    }
}
