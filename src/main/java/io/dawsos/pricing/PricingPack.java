package io.dawsos.pricing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A pack and its state.
 *
 * @param policy rule by which prices and rates were chosen, for instance {@code ECB_CLOSE}
 * @param hash SHA-256, hexadecimal, over the content: see {@link PackHash}
 * @param providers data providers behind its rows, sorted
 * @param supersededBy the restatement of the same day, if there is one
 * @param restatement why it was superseded
 * @param updatedAt when the state last changed
 * @param error why the state is {@link PackStatus#ERROR}
 */
public record PricingPack(
        PackId id,
        String policy,
        String hash,
        List<String> providers,
        PackStatus status,
        Optional<PackId> supersededBy,
        Optional<String> restatement,
        Instant updatedAt,
        Optional<String> error) {
    public PricingPack {
        providers = List.copyOf(providers);
    }

    public LocalDate date() {
        return id.date();
    }
}
