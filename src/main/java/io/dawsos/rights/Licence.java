package io.dawsos.rights;

import java.util.Optional;
import java.util.Set;

/**
 * What must have been bought.
 *
 * @param required whether an export needs it
 * @param type {@code commercial}, {@code free}, {@code developer} or {@code none}
 * @param variable environment variable that is set where the licence is held
 * @param plan name of the plan, for the sentence of a refusal
 * @param upgrade name of the plan that would allow more
 */
public record Licence(
        boolean required, String type, Optional<String> variable, Optional<String> plan, Optional<String> upgrade) {

    /** Whether it is needed and its variable is not among those that are set. */
    boolean isMissing(Set<String> set) {
        return required && !variable.map(set::contains).orElse(false);
    }
}
