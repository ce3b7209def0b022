package io.dawsos.nightly;

import java.util.Locale;

/** Who started a night. */
public enum NightOrigin {
    /** The clock, or a start of the service that found a night missed or broken off. */
    SCHEDULE,
    /** An operator at the command line. */
    COMMAND,
    /** A client of the HTTP interface. */
    REQUEST;

    /** As reports and tables write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The origin that reports write so. */
    public static NightOrigin of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
