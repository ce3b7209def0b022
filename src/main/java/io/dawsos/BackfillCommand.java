package io.dawsos;

import io.dawsos.nightly.NightDates;
import io.dawsos.nightly.NightOrigin;
import io.dawsos.nightly.NightRequest;
import io.dawsos.nightly.NightRun;
import io.dawsos.nightly.NightStatus;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code dawsos nightly backfill}: night after night, until it is told to stop. */
@Command(
        name = "backfill",
        description =
                "Runs the nights of all business days of a range, one after the other. Stopped, it ends after the night it is in; "
                        + "started again, it passes over what is finished.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class BackfillCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private NightlyCommand nightly;

    @Option(names = "--from", required = true, paramLabel = "DAY", description = "First day (YYYY-MM-DD).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private LocalDate from;

    @Option(names = "--to", required = true, paramLabel = "DAY", description = "Last day, included.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private LocalDate to;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "At most so many nights a minute: providers count calls. Without it as fast as it goes.")
    private @Nullable Integer rate;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (to.isBefore(from)) {
            throw new ParameterException(spec.commandLine(), "--to " + to + " lies before --from " + from);
        }
        if (rate != null && rate < 1) {
            throw new ParameterException(spec.commandLine(), "--rate is the number of nights a minute, at least 1");
        }
        String instead = "curl -X POST %s/v1/nightly/runs -H 'Content-Type: application/json' -d '{\"date\":\"" + from
                + "\"}', day by day";
        Clock clock = ServeCommand.clock();
        try (StopSignal stop = StopSignal.listen();
                NightSession session = NightSession.open(nightly.environment(), clock, Optional.of(from), instead)) {
            return run(session, stop, clock);
        }
    }

    private int run(NightSession session, StopSignal stop, Clock clock) {
        List<LocalDate> days = from.datesUntil(to.plusDays(1))
                .filter(NightDates::isBusinessDay)
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        int number = 0;
        for (LocalDate day : days) {
            if (stop.requested()) {
                out.println("Stopped; go on with: nightly backfill --from " + day + " --to " + to);
                out.flush();
                return 1;
            }
            Instant began = clock.instant();
            Optional<NightRun> run = session.run(NightRequest.of(day, NightOrigin.COMMAND));
            Duration took = Duration.between(began, clock.instant());
            out.println(line(++number, days.size(), day, run, took));
            out.flush();
            if (run.filter(report -> !report.status().done()).isPresent()) {
                out.println("The night of " + day + " failed; mend the cause and go on with: nightly backfill --from "
                        + day + " --to " + to);
                out.flush();
                return 1;
            }
            if (run.isPresent() && number < days.size()) {
                stop.await(pause(took));
            }
        }
        return 0;
    }

    private static String line(int number, int of, LocalDate day, Optional<NightRun> run, Duration took) {
        String what = run.map(report -> report.job("build_pack")
                        .map(job -> job.error().orElse(job.summary()))
                        .orElse(""))
                .orElse("finished before");
        String status = run.map(NightRun::status).map(NightStatus::word).orElse("ok");
        return String.format(
                Locale.ROOT, "[%d/%d] %s  %-8s %6.2f s  %s", number, of, day, status, took.toMillis() / 1000.0, what);
    }

    private Duration pause(Duration took) {
        Duration least = rate == null ? Duration.ZERO : Duration.ofMinutes(1).dividedBy(rate);
        Duration left = least.minus(took);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
