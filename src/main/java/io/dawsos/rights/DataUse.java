package io.dawsos.rights;

import java.util.Optional;

/**
 * That a result was computed from a provider's data.
 *
 * @param provider id as packs and answers name it; the case of its letters does not matter
 * @param series which of the provider's series, where it was named; {@link #UNNAMED} where it should have been and was not
 */
public record DataUse(String provider, Optional<String> series) {

    /** Stands for a series that nobody named, of a provider whose series differ in what they allow. */
    public static final String UNNAMED = "";

    /** A provider as a whole. */
    public static DataUse of(String provider) {
        return new DataUse(provider, Optional.empty());
    }

    /** One series of it. */
    public static DataUse of(String provider, String series) {
        return new DataUse(provider, Optional.of(series));
    }
}
