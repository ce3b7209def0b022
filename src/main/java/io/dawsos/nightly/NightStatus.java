package io.dawsos.nightly;

import java.util.Locale;

/** How a job or a whole night ended, or that it has not. */
public enum NightStatus {
    /** At work, or killed while it was. */
    RUNNING,
    /** Single jobs were run alone, others not yet: of a whole night only. */
    INCOMPLETE,
    /** All went well. */
    OK,
    /** Done, and somebody should look at something. */
    WARNING,
    /** A job that could not do its work; a night in which a blocking job could not. */
    FAILED,
    /** Not reached, because a blocking job before it failed: of a job only. */
    SKIPPED;

    /** Whether nothing is left to do. */
    public boolean done() {
        return this == OK || this == WARNING;
    }

    /** As reports and tables write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status that reports write so. */
    public static NightStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
