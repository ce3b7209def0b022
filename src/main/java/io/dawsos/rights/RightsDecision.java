package io.dawsos.rights;

import java.util.List;
import java.util.Optional;

/**
 * Whether a result may leave, and what must stand on it.
 *
 * @param providers that it was computed from, each once, in the order of the question
 * @param blocked what forbids it; empty when nothing does
 * @param reason the sentences of a refusal; empty when nothing forbids it
 * @param attributions what must stand on it, in the order of the question
 * @param watermark what must stand across it
 * @param registryVersion version of the registry that decided
 * @param registryHash SHA-256, hexadecimal, of its file
 */
public record RightsDecision(
        ExportRight right,
        RightsProfile profile,
        List<String> providers,
        List<Blocked> blocked,
        Optional<String> reason,
        List<String> attributions,
        Optional<WatermarkRule> watermark,
        String registryVersion,
        String registryHash) {

    /** What stands between attributions in one line. */
    public static final String SEPARATOR = " | ";

    public RightsDecision {
        providers = List.copyOf(providers);
        blocked = List.copyOf(blocked);
        attributions = List.copyOf(attributions);
    }

    /** Whether nothing forbids it. */
    public boolean permitted() {
        return blocked.isEmpty();
    }

    /** Whether it goes out: nothing forbids it, or what forbids it is not enforced here. */
    public boolean allowed() {
        return permitted() || !profile.enforced();
    }

    /** The attributions in one line. */
    public String attribution() {
        return String.join(SEPARATOR, attributions);
    }
}
