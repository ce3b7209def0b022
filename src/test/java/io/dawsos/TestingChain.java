package io.dawsos;

import static io.dawsos.TestingJobs.NAMES;

import io.dawsos.nightly.ActiveNight;
import io.dawsos.nightly.JobReport;
import io.dawsos.nightly.JobRun;
import io.dawsos.nightly.NightDates;
import io.dawsos.nightly.NightListener;
import io.dawsos.nightly.NightOrigin;
import io.dawsos.nightly.NightRequest;
import io.dawsos.nightly.NightRun;
import io.dawsos.nightly.Nights;
import io.dawsos.testing.TestingNightRuns;
import io.dawsos.testing.TestingPacks;
import io.dawsos.testing.TestingPricingPacks;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The route of the night as it is shipped, over jobs of a test, and what became of them. */
final class TestingChain implements AutoCloseable {

    static final LocalDate DAY = LocalDate.of(2023, 12, 29);

    final TestingJobs jobs = new TestingJobs();
    final TestingNightRuns runs = new TestingNightRuns();
    final TestingClock clock = new TestingClock();
    final List<String> told = new ArrayList<>();
    final Nights nights;
    final NightRoute route;

    private final class Told implements NightListener {
        @Override
        public void jobEnded(NightRun run, JobRun job) {
            told.add(job.name() + " " + job.status().word());
        }

        @Override
        public void runEnded(NightRun run) {
            told.add("night " + run.status().word());
        }
    }

    TestingChain() {
        NightDates dates = new NightDates(ZoneOffset.UTC, LocalTime.of(0, 5), Duration.ofMinutes(10), Optional.empty());
        nights = new Nights(new Nights.Parts(
                jobs.all(),
                runs,
                new TestingPricingPacks(List.of(
                        TestingPacks.on("2023-12-28").rate("USD", "CAD", "1.36").book())),
                "TEST",
                DAY,
                dates,
                new Told(),
                clock));
        route = NightRoute.start(nights);
    }

    @Override
    public void close() {
        route.close();
    }

    Optional<NightRun> run(NightRequest request) {
        Optional<ActiveNight> claimed = nights.begin(request);
        return claimed.map(route::run);
    }

    NightRun night() {
        return run(NightRequest.of(DAY, NightOrigin.COMMAND)).orElseThrow();
    }

    static List<String> from(String job) {
        return NAMES.subList(NAMES.indexOf(job), NAMES.size());
    }

    static JobReport fail(String why) {
        throw new IllegalStateException(why);
    }

    static List<String> statuses(NightRun run) {
        return run.jobs().stream().map(job -> job.status().word()).toList();
    }
}
