package io.dawsos.pattern;

import java.util.function.Predicate;

/**
 * What a pattern is checked against besides its own grammar.
 *
 * @param capabilities what it may call
 * @param cron whether a text is a cron expression of the scheduler; its characters and number of fields are checked already
 */
public record PatternRules(CapabilitySignatures capabilities, Predicate<String> cron) {}
