package io.dawsos.rights;

import java.util.Locale;

/**
 * What one series allows.
 *
 * @param publisher who made it
 */
public record SeriesRights(SeriesClass kind, String publisher) {

    /** The classes of the registry. */
    public enum SeriesClass {
        /** Belongs to the public. */
        PUBLIC_DOMAIN,
        /** May leave; its maker wants to be named. */
        CITATION_REQUESTED,
        /** Belongs to somebody who must be asked first: may not leave. */
        PRE_APPROVAL;

        /** As the registry writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
