package io.dawsos;

import io.dawsos.nightly.NightOrigin;
import io.dawsos.nightly.NightRequest;
import io.dawsos.nightly.NightRun;
import io.dawsos.nightly.NightStatus;
import io.dawsos.nightly.NightTable;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code dawsos nightly ...}. */
@Command(
        name = "nightly",
        description = "Runs nights: packs, ledgers, reconciliation, what is computed once a day.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {NightlyCommand.Run.class, BackfillCommand.class, NightlyCommand.Status.class})
final class NightlyCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    NightlyCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    Map<String, String> environment() {
        return environment;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Name what to do with nights: run, backfill or status");
    }

    /** {@code dawsos nightly run}. */
    @Command(
            name = "run",
            description =
                    "Runs one night, or goes on with it where it was killed; exits with 1 when a blocking job fails.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Run implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private NightlyCommand nightly;

        @Option(
                names = "--date",
                paramLabel = "DAY",
                description = "Day of the pack (YYYY-MM-DD); without it the last business day that is over.")
        private @Nullable LocalDate date;

        @Option(names = "--job", paramLabel = "NAME", description = "This job alone, also when it is finished.")
        private @Nullable String job;

        @Option(names = "--force", description = "Run a finished night again: nothing changes, everything is checked.")
        private boolean force;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public Integer call() {
            String instead = "curl -X POST %s/v1/nightly/runs -H 'Content-Type: application/json' -d '" + body() + "'";
            try (NightSession session =
                    NightSession.open(nightly.environment(), ServeCommand.clock(), Optional.empty(), instead)) {
                LocalDate day = Optional.ofNullable(date).orElseGet(session.wiring().nights::due);
                NightRequest request = new NightRequest(day, Optional.ofNullable(job), force, NightOrigin.COMMAND);
                Optional<NightRun> run = session.run(request);
                PrintWriter out = spec.commandLine().getOut();
                if (run.isEmpty()) {
                    out.println("The night of " + day + " is finished already; --force runs it again");
                }
                NightRun report =
                        run.or(() -> session.wiring().nights.find(day)).orElseThrow();
                out.println(NightTable.of(report));
                out.flush();
                return succeeded(report) ? 0 : 1;
            }
        }

        private boolean succeeded(NightRun report) {
            NightStatus status = Optional.ofNullable(job)
                    .flatMap(report::job)
                    .map(alone -> alone.status())
                    .orElse(report.status());
            return status.done();
        }

        private String body() {
            String day = date == null ? "" : "\"date\":\"" + date + "\"";
            String alone = job == null ? "" : (day.isEmpty() ? "" : ",") + "\"job\":\"" + job + "\"";
            return "{" + day + alone + (force ? (day + alone).isEmpty() ? "\"force\":true" : ",\"force\":true" : "")
                    + "}";
        }
    }

    /** {@code dawsos nightly status}. */
    @Command(
            name = "status",
            description = "Prints the newest nights, and the last one job by job.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Status implements Callable<Integer> {

        private static final int NEWEST = 10;

        @ParentCommand
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private NightlyCommand nightly;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public Integer call() {
            try (NightSession session = NightSession.open(
                    nightly.environment(), ServeCommand.clock(), Optional.empty(), "curl %s/v1/nightly/runs")) {
                PrintWriter out = spec.commandLine().getOut();
                List<NightRun> newest = session.wiring().nights.newest(NEWEST);
                newest.stream().findFirst().ifPresent(last -> out.println(NightTable.of(last)));
                newest.stream().skip(1).map(NightTable::headline).forEach(out::println);
                out.println("The latest night is of " + session.wiring().nights.due() + "; nights start at "
                        + session.wiring().dates.start() + " in "
                        + session.wiring().dates.zone());
                out.flush();
                return 0;
            }
        }
    }
}
