package io.dawsos.nightly;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A night that somebody wants run.
 *
 * @param date day of the pack that it is about
 * @param job this one alone; the whole chain when empty
 * @param force run it again although it is finished: nothing changes, everything is checked
 */
public record NightRequest(LocalDate date, Optional<String> job, boolean force, NightOrigin origin) {

    /** The whole night, unless it is finished. */
    public static NightRequest of(LocalDate date, NightOrigin origin) {
        return new NightRequest(date, Optional.empty(), false, origin);
    }
}
