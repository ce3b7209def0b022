package io.dawsos;

import io.dawsos.nightly.ImportLedgerJob;
import io.dawsos.nightly.LedgerImport.Outcome;
import io.dawsos.nightly.LedgerImport.Result;
import io.dawsos.store.Database;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code dawsos ledger ...}. */
@Command(
        name = "ledger",
        description = "Works with the ledger.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = LedgerCommand.Import.class)
final class LedgerCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    LedgerCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Name what to do with the ledger: import");
    }

    /** {@code dawsos ledger import [--commit HASH] [--portfolio ID]}. */
    @Command(
            name = "import",
            description = {
                "Brings portfolios to a commit of the repository at LEDGER_PATH; exits with 1 when any journal has faults. "
                        + "Such a portfolio stays on the snapshot it had.",
                "The embedded database is started for it: stop a service on the same data folder first."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Import implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private LedgerCommand ledger;

        @Option(
                names = "--commit",
                paramLabel = "HASH",
                description = "The commit, by its hash or the beginning of it, a tag or a branch; the head without it.")
        private Optional<String> commit = Optional.empty();

        @Option(names = "--portfolio", paramLabel = "ID", description = "One portfolio; all of all users without it.")
        private Optional<UUID> portfolio = Optional.empty();

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public Integer call() {
            Settings settings = SettingsReader.read(ledger.environment);
            LogFormat.apply(settings.jsonLogs());
            Deque<AutoCloseable> started = new ArrayDeque<>();
            try {
                Storage storage = Storage.start(settings, Storage.folder(settings, started), started);
                Database database = storage.database();
                List<Result> results =
                        LedgerImports.over(database, storage.ledger()).run(commit, portfolio);
                return print(results);
            } finally {
                Service.closeAll(started);
            }
        }

        private int print(List<Result> results) {
            PrintWriter out = spec.commandLine().getOut();
            for (Result result : results) {
                out.printf(
                        "%-9s  %s  %s  %s%n",
                        result.outcome().name().toLowerCase(Locale.ROOT),
                        result.portfolio().name(),
                        result.portfolio().ledgerPath(),
                        result.what());
                result.faults().forEach(fault -> out.println("           " + fault));
            }
            out.println(
                    results.isEmpty()
                            ? "There is no portfolio yet, so nothing to import"
                            : ImportLedgerJob.summary(results));
            out.flush();
            return results.stream().anyMatch(result -> result.outcome() == Outcome.FAULTY) ? 1 : 0;
        }
    }
}
