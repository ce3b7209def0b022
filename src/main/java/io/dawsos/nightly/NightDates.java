package io.dawsos.nightly;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Which day a night is about, and until when its pack must be fresh. A night that starts at 00:05 on a day is about the last business day
 * before that day: Friday's on Saturday, Sunday and Monday. Business days are Monday to Friday; a holiday is a night in which nothing was
 * published.
 *
 * @param zone where the night is
 * @param start local time at which it starts
 * @param allowed how long after the start its pack must be fresh
 * @param last last day of the market data, where it has one
 */
public record NightDates(ZoneId zone, LocalTime start, Duration allowed, Optional<LocalDate> last) {

    /** Day of the pack that the latest night, started at or before {@code now}, is about. */
    public LocalDate due(Instant now) {
        LocalDate day = businessDayBefore(startOf(now).toLocalDate());
        return last.filter(end -> end.isBefore(day)).orElse(day);
    }

    /** Whether the day has ended where the night is. */
    boolean isOver(LocalDate day, Instant now) {
        return day.isBefore(now.atZone(zone).toLocalDate());
    }

    /** Whether the time that the latest night has is over. */
    public boolean over(Instant now) {
        return !now.isBefore(startOf(now).toInstant().plus(allowed));
    }

    /** When the latest night at or before {@code now} started. */
    private ZonedDateTime startOf(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        ZonedDateTime tonight = today.atTime(start).atZone(zone);
        return tonight.toInstant().isAfter(now)
                ? today.minusDays(1).atTime(start).atZone(zone)
                : tonight;
    }

    /** When nights start, as a Quartz cron expression in {@link #zone}. */
    public String startCron() {
        return cron(start);
    }

    /** When packs must be fresh, as a Quartz cron expression in {@link #zone}. */
    public String deadlineCron() {
        return cron(start.plus(allowed));
    }

    private static String cron(LocalTime time) {
        return time.getSecond() + " " + time.getMinute() + " " + time.getHour() + " * * ?";
    }

    /** Whether packs are expected of the day: Monday to Friday. */
    public static boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    static LocalDate businessDayAfter(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isBusinessDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static LocalDate businessDayBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (!isBusinessDay(before)) {
            before = before.minusDays(1);
        }
        return before;
    }
}
