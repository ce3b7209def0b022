package io.dawsos.schedule;

import io.dawsos.pattern.Schedule;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.spi.OperableTrigger;

/** When a schedule fires, asked of the scheduler that will do it, at its own time. */
final class FireTimes {

    private FireTimes() {}

    /** The first time from now on; empty when there is none, which the scheduler would refuse. */
    static Optional<Instant> first(Schedule schedule) {
        OperableTrigger trigger = (OperableTrigger) TriggerBuilder.newTrigger()
                .withSchedule(CronScheduleBuilder.cronSchedule(schedule.cron()).inTimeZone(zone(schedule)))
                .build();
        return Optional.ofNullable(trigger.computeFirstFireTime(null)).map(Date::toInstant);
    }

    /** As the scheduler knows it; normalized, because it takes an offset with a prefix such as UTC+05:00 for GMT without a word. */
    static TimeZone zone(Schedule schedule) {
        return TimeZone.getTimeZone(schedule.zone().normalized());
    }
}
