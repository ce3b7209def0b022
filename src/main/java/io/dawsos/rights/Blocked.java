package io.dawsos.rights;

import java.util.Optional;

/**
 * One thing that forbids an export.
 *
 * @param provider as it was named; empty where none was
 * @param series which of its series, where it is the series that forbids
 */
public record Blocked(String provider, Optional<String> series, Cause cause) {

    /** Why. */
    public enum Cause {
        /** No profile of the registry has the name that is set. */
        UNKNOWN_PROFILE,
        /** The result names no provider, so that nobody can have allowed it. */
        NO_PROVIDER,
        /** The registry does not know the provider. */
        UNKNOWN_PROVIDER,
        /** The provider forbids the format. */
        FORMAT_FORBIDDEN,
        /** The licence that an export needs is not held. */
        LICENSE_MISSING,
        /** The series belongs to somebody who must be asked first. */
        PRE_APPROVAL,
        /** The series is in no class of the registry. */
        SERIES_UNLISTED,
        /** The provider's series differ, and the result does not say which it used. */
        SERIES_UNNAMED
    }
}
