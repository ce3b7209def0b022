package io.dawsos.health;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Mondays to Fridays. Holidays count, because each exchange has its own: thresholds leave room for them. */
final class BusinessDays {

    private static final int A_WEEK = 5;

    private BusinessDays() {}

    /** Business days after {@code day}, until {@code last}, which is included; 0 when it is not later. */
    static int after(LocalDate day, LocalDate last) {
        return (int) Math.max(0, upTo(last) - upTo(day));
    }

    /** Business days strictly between two days. */
    static int between(LocalDate before, LocalDate after) {
        return after(before, after.minusDays(1));
    }

    /** Business days since Monday, 1969-12-29, up to and with {@code day}. */
    private static long upTo(LocalDate day) {
        long days = day.toEpochDay() + 3;
        long weekday = day.getDayOfWeek().getValue();
        return Math.floorDiv(days, 7L) * A_WEEK + Math.min(weekday, DayOfWeek.FRIDAY.getValue());
    }
}
