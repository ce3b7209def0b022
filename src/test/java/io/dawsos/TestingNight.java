package io.dawsos;

import io.dawsos.nightly.JobReport;
import io.dawsos.nightly.NightJob;
import io.dawsos.nightly.NightOrigin;
import io.dawsos.nightly.NightRequest;
import io.dawsos.nightly.NightRun;
import io.dawsos.nightly.Nights;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program: the command {@code nightly run} with the jobs of the product, of which one stops before or after its work, says so and waits
 * to be killed. Arguments: the day, the job, {@code before} or {@code after}.
 */
final class TestingNight {

    private static final Logger LOG = LoggerFactory.getLogger(TestingNight.class);

    private TestingNight() {}

    public static void main(String[] arguments) {
        Settings settings = SettingsReader.read(System.getenv());
        Deque<AutoCloseable> started = new ArrayDeque<>();
        Storage storage = Storage.startForCommand(settings, started);
        NightWiring wiring = new NightWiring(settings, storage, new SimpleMeterRegistry(), Clock.systemUTC());
        wiring.seed();
        Nights.Parts parts = wiring.parts;
        List<NightJob> jobs = parts.jobs().stream()
                .map(job -> job.name().equals(arguments[1]) ? stopping(job, arguments[2].equals("before")) : job)
                .toList();
        Nights nights = new Nights(new Nights.Parts(
                jobs,
                parts.runs(),
                parts.packs(),
                parts.policy(),
                parts.firstDay(),
                parts.dates(),
                parts.listener(),
                parts.clock()));
        NightRoute route = NightRoute.start(nights);
        NightRequest request = NightRequest.of(LocalDate.parse(arguments[0]), NightOrigin.COMMAND);
        NightRun run = nights.begin(request).map(route::run).orElseThrow();
        System.exit(run.status().done() ? 0 : 1);
    }

    private static NightJob stopping(NightJob job, boolean before) {
        return new NightJob() {
            @Override
            public String name() {
                return job.name();
            }

            @Override
            public boolean blocking() {
                return job.blocking();
            }

            @Override
            public JobReport run(LocalDate night) {
                if (before) {
                    waitToBeKilled(job.name());
                }
                JobReport report = job.run(night);
                waitToBeKilled(job.name());
                return report;
            }
        };
    }

    private static void waitToBeKilled(String job) {
        LOG.info("STOPPED in {}", job);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
