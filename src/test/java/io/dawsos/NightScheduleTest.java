package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.dawsos.nightly.Deadline;
import io.dawsos.nightly.NightDates;
import io.dawsos.nightly.NightListener;
import io.dawsos.nightly.NightStatus;
import io.dawsos.nightly.Nights;
import io.dawsos.schedule.NightStations;
import io.dawsos.testing.TestingNightRuns;
import io.dawsos.testing.TestingPacks;
import io.dawsos.testing.TestingPricingPacks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Processor;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The clock of the night as it is shipped, but that it strikes every second: replicas over one set of checkpoints. */
class NightScheduleTest {

    private static final LocalDate DUE = LocalDate.of(2024, 1, 1);

    private final TestingJobs jobs = new TestingJobs();
    private final TestingNightRuns runs = new TestingNightRuns();
    private final TestingClock clock = new TestingClock();
    private final TestingPricingPacks packs = new TestingPricingPacks(
            List.of(TestingPacks.on("2023-12-29").rate("USD", "CAD", "1.36").book()));
    private final List<LocalDate> late = new CopyOnWriteArrayList<>();
    private final List<Main> replicas = new CopyOnWriteArrayList<>();
    private final LoggedEvents log = LoggedEvents.listen();

    @AfterEach
    void stop() {
        replicas.forEach(Main::stop);
        log.close();
    }

    private void startReplica() throws Exception {
        NightDates dates = new NightDates(ZoneOffset.UTC, LocalTime.of(0, 5), Duration.ofMinutes(10), Optional.empty());
        NightListener listener = new NightListener() {
            @Override
            public void deadlineMissed(LocalDate night, Instant now) {
                late.add(night);
            }
        };
        Nights nights = new Nights(new Nights.Parts(jobs.all(), runs, packs, "TEST", DUE, dates, listener, clock));
        Main main = new Main();
        main.bind("quartz", CamelParts.quartz());
        NightRoute.bind(main, nights);
        bind(main, "claimDueNight", NightStations.claimDue(nights));
        bind(
                main,
                "checkDeadline",
                NightStations.checkDeadline(new Deadline(dates, packs, runs, "TEST"), listener, clock));
        main.addInitialProperty("nightly.cron", "* * * * * ?");
        main.addInitialProperty("nightly.deadline-cron", "* * * * * ?");
        main.addInitialProperty("nightly.zone-id", "America/Toronto");
        main.addOverrideProperty(
                "camel.main.routesIncludePattern",
                "classpath:routes/nightly.camel.yaml,classpath:routes/schedule-nightly.camel.yaml");
        main.start();
        replicas.add(main);
    }

    private static void bind(Main main, String name, Processor processor) {
        main.bind(name, processor);
    }

    private long passedOver() {
        return log.at(Level.INFO).stream()
                .filter(event -> event.getFormattedMessage().equals("The night of " + DUE + " is finished already"))
                .count();
    }

    @Test
    void theLatestNightIsRunOnceHoweverManyReplicasThereAre() throws Exception {
        startReplica();
        startReplica();
        await().until(() -> passedOver() >= 2);
        late.clear(); // the clock may have struck the deadline first
        await().until(() -> passedOver() >= 6);
        assertThat(jobs.ran()).isEqualTo(TestingJobs.NAMES);
        assertThat(runs.find(DUE, "TEST").orElseThrow().status()).isEqualTo(NightStatus.OK);
        assertThat(late).isEmpty();
    }

    @Test
    void aNightThatIsLateIsToldAndOneThatFailedIsNotRunAgainAtOnce() throws Exception {
        jobs.let("build_pack", () -> {
            throw new IllegalStateException("no prices");
        });
        startReplica();
        await().until(() -> late.contains(DUE) && passedOver() >= 2);
        assertThat(jobs.ran()).containsExactly("build_pack");
    }
}
