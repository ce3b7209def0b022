package io.dawsos.health;

import java.util.Locale;

/** How much a finding matters, the worst first. */
public enum Severity {
    /** A figure cannot be computed, or must not be trusted. */
    CRITICAL,
    /** Figures are computed from data that somebody should look at. */
    WARNING,
    /** Nothing suffers yet. */
    INFO;

    /** In JSON: {@code critical}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
