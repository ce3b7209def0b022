package io.dawsos.pattern;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a pattern is checked against besides its own grammar.
 *
 * @param capabilities what it may call
 * @param cron whether a text is a cron expression of the scheduler; its characters and number of fields are checked already
 * @param noSchedules why no pattern may run by itself, with the remedy; empty when they may
 */
public record PatternRules(CapabilitySignatures capabilities, Predicate<String> cron, Optional<String> noSchedules) {

    /** Patterns may run by themselves. */
    public PatternRules(CapabilitySignatures capabilities, Predicate<String> cron) {
        this(capabilities, cron, Optional.empty());
    }
}
