package io.dawsos.rights;

import java.util.List;
import java.util.Optional;

/**
 * A case that the registry itself names, with what must come of it.
 *
 * @param attribution all attributions joined by {@code " | "}
 */
public record RightsScenario(
        String name,
        List<String> providers,
        ExportRight right,
        boolean allowed,
        Optional<String> error,
        Optional<String> attribution) {
    public RightsScenario {
        providers = List.copyOf(providers);
    }
}
