package io.dawsos.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.agent.example.ExampleCapabilities;
import io.dawsos.capability.Agent;
import io.dawsos.capability.CapabilityRegistry;
import io.dawsos.capability.RegisteredSignatures;
import io.dawsos.pattern.CatalogListener;
import io.dawsos.pattern.PatternCatalog;
import io.dawsos.pattern.PatternRules;
import io.dawsos.pattern.PatternSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Processor;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/** The shipped route template in a real scheduler: what becomes of the schedule in a pattern file. */
class SchedulesTest {

    @TempDir
    private Path patterns;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private PatternCatalog catalog;
    private Schedules schedules;

    @BeforeEach
    void start() throws Exception {
        Processor nothing = exchange -> {};
        for (String bean : List.of("readSchedule", "reportScheduledRun", "reportScheduleFailure")) {
            camel.getRegistry().bind(bean, nothing);
        }
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveResource(camel, "file:routes/schedule-patterns.camel.yaml"));
        camel.start();
        CapabilityRegistry registry = CapabilityRegistry.of(Agent.named("example_agent", new ExampleCapabilities()));
        catalog = PatternCatalog.over(
                List.of(PatternSource.folder(patterns)),
                new PatternRules(new RegisteredSignatures(registry), CronExpressions::accepts));
        schedules = new Schedules(camel, catalog);
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    private void schedule(String id, String cron, String zone) throws Exception {
        Files.createDirectories(patterns.resolve("example"));
        Files.writeString(patterns.resolve("example").resolve(id + ".json"), """
                {"id": "%s", "name": "N", "description": "D.", "category": "example", "inputs": {},
                 "steps": [{"capability": "example.echo", "args": {"message": "hello"}, "as": "greeting"}],
                 "outputs": ["greeting"],
                 "panels": [{"id": "p", "title": "P", "type": "metrics_grid", "output": "greeting", "refresh_ttl": 1}],
                 "schedule": {"cron": "%s", "zone": "%s"}}
                """.formatted(id, cron, zone));
        align();
    }

    private void align() {
        catalog.reload(CatalogListener.NONE);
        assertThat(catalog.problems()).isEmpty();
        schedules.align();
    }

    private List<CronTrigger> triggers() throws Exception {
        Scheduler scheduler =
                camel.getComponent("quartz", QuartzComponent.class).getScheduler();
        List<CronTrigger> triggers = new ArrayList<>();
        for (TriggerKey key : scheduler.getTriggerKeys(GroupMatcher.anyGroup())) {
            triggers.add((CronTrigger) scheduler.getTrigger(key));
        }
        return triggers;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 30 7 ? * MON-FRI",
                "0/15 * * * * ?",
                "0 0 9 ? * 6#3",
                "0 0 9 LW * ?",
                "0 0 9 L-3 * ?",
                "0 0,30 9-17 ? JAN,JUL MON 2099",
            })
    void theSchedulerReadsTheCronAsItIsWritten(String cron) throws Exception {
        schedule("morning", cron, "UTC");
        assertThat(triggers()).extracting(CronTrigger::getCronExpression).containsExactly(cron);
    }

    @ParameterizedTest
    @CsvSource({
        "America/Toronto, America/Toronto",
        "Asia/Kolkata, Asia/Kolkata",
        "UTC, UTC",
        "Z, UTC",
        "+05:30, GMT+05:30",
        "UTC+05:30, GMT+05:30",
        "-03:00, GMT-03:00",
    })
    void theZoneOfTheScheduleDecidesWhenItIsNine(String zone, String known) throws Exception {
        schedule("morning", "0 0 9 * * ?", zone);
        CronTrigger trigger = triggers().get(0);
        assertThat(trigger.getTimeZone().getID()).isEqualTo(known);
        Instant next = trigger.getNextFireTime().toInstant();
        assertThat(ZonedDateTime.ofInstant(next, ZoneId.of(zone)).toLocalTime()).isEqualTo(LocalTime.of(9, 0));
    }

    @Test
    void aChangedCronReplacesTheTrigger() throws Exception {
        schedule("morning", "0 0 9 * * ?", "UTC");
        schedule("morning", "0 0 10 * * ?", "UTC");
        assertThat(triggers()).extracting(CronTrigger::getCronExpression).containsExactly("0 0 10 * * ?");
        assertThat(camel.getRoutes()).hasSize(1);
    }

    @Test
    void aRemovedPatternLeavesNothingBehind() throws Exception {
        schedule("morning", "0 0 9 * * ?", "UTC");
        schedule("evening", "0 0 18 * * ?", "UTC");
        Files.delete(patterns.resolve("example").resolve("morning.json"));
        align();
        assertThat(triggers()).extracting(CronTrigger::getCronExpression).containsExactly("0 0 18 * * ?");
        assertThat(camel.getRoutes()).hasSize(1);
    }

    @Test
    void nothingIsTouchedWhenNothingChanged() throws Exception {
        schedule("morning", "0 0 9 * * ?", "UTC");
        Object route = camel.getRoutes().get(0);
        align();
        assertThat(camel.getRoutes()).containsExactly((org.apache.camel.Route) route);
    }

    @Test
    void aCronOfThePastIsLeftAloneAndTheOthersRun() throws Exception {
        schedule("history", "0 0 9 1 1 ? 2020", "UTC");
        schedule("morning", "0 0 9 * * ?", "UTC");
        assertThat(triggers()).extracting(CronTrigger::getCronExpression).containsExactly("0 0 9 * * ?");
        schedule("history", "0 0 9 1 1 ? 2099", "UTC");
        assertThat(triggers()).hasSize(2);
    }
}
