package io.dawsos;

import io.dawsos.pricing.PackArchive;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.RestatementPlan;
import io.dawsos.pricing.RestatementRequest;
import io.dawsos.pricing.Restatements;
import io.dawsos.store.Database;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code dawsos packs ...}: against the database of the settings; the embedded one only while no service runs on it. */
@Command(
        name = "packs",
        description = "Lists pricing packs, shows what they do not use, and tells a day anew.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {PacksCommand.ListPacks.class, PacksCommand.Quarantine.class, PacksCommand.Restate.class})
final class PacksCommand implements Callable<Integer> {

    private final Map<String, String> environment;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    PacksCommand(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Name what to do with packs: list, quarantine or restate");
    }

    /** Runs {@code work} on the database, and closes all that was opened for it. */
    private <T> T with(Settings settings, Function<Database, T> work) {
        Deque<AutoCloseable> started = new ArrayDeque<>();
        try {
            return work.apply(Storage.startForCommand(settings, started).database());
        } finally {
            Service.closeAll(started);
        }
    }

    private static String line(PricingPack pack) {
        String state = pack.supersededBy()
                .map(newer ->
                        "superseded by " + newer + ": " + pack.restatement().orElse(""))
                .orElseGet(() -> pack.error()
                        .map(error -> "error: " + error)
                        .orElse(pack.status().name().toLowerCase(Locale.ROOT)));
        return pack.id() + "  " + pack.hash().substring(0, 12) + "  " + state;
    }

    /** {@code dawsos packs list}. */
    @Command(
            name = "list",
            description = "The newest packs with their state; with --date the chain of one day.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class ListPacks implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private PacksCommand packs;

        @Option(names = "--date", paramLabel = "DAY", description = "Only the pack of this day and its restatements.")
        private @Nullable LocalDate date;

        @Option(names = "--limit", paramLabel = "N", description = "How many at most (${DEFAULT-VALUE}).")
        private int limit = 20;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            LocalDate day = date;
            List<PricingPack> found = packs.with(SettingsReader.read(packs.environment), database -> {
                PackArchive archive = database.packArchive();
                return day == null ? archive.page(Optional.empty(), limit) : archive.chain(day);
            });
            found.forEach(pack -> out.println(line(pack)));
            out.flush();
            return 0;
        }
    }

    /** {@code dawsos packs quarantine PACK}. */
    @Command(
            name = "quarantine",
            description =
                    "Rows that were published for a pack and are not used, with the ids by which they are accepted.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Quarantine implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private PacksCommand packs;

        @Parameters(paramLabel = "PACK", description = "Id of the pack, for instance 20231229_v1.")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private PackId pack;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            List<PackArchive.Quarantined> rows = packs.with(
                    SettingsReader.read(packs.environment),
                    database -> database.packArchive().quarantine(pack));
            rows.forEach(row -> out.println(row.id() + "  " + row.row().words()
                    + row.acceptedFor().map(by -> " (accepted for " + by + ")").orElse("")));
            out.println(rows.size() + " rows");
            out.flush();
            return 0;
        }
    }

    /** {@code dawsos packs restate}. */
    @Command(
            name = "restate",
            description =
                    "Builds the pack of a day anew from today's market data, as the next version, and says what changes. "
                            + "Nothing is stored without --apply.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Restate implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private PacksCommand packs;

        @Option(
                names = "--date",
                paramLabel = "DAY",
                required = true,
                description = "The day, for instance 2023-12-29.")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private LocalDate date;

        @Option(
                names = "--reason",
                paramLabel = "TEXT",
                required = true,
                description = "Why; every answer from the old pack tells it.")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private String reason;

        @Option(names = "--accept", paramLabel = "ID", description = "A quarantined row to use after all; repeatable.")
        private List<Long> accept = new ArrayList<>();

        @Option(
                names = "--operator",
                paramLabel = "USER",
                description = "Id of the user in whose name it is recorded (${DEFAULT-VALUE}).")
        private UUID operator = DevelopmentUser.ID;

        @Option(names = "--apply", description = "Store it; otherwise only what would change is told.")
        private boolean apply;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public Integer call() {
            Settings settings = SettingsReader.read(packs.environment);
            RestatementPlan plan = packs.with(settings, database -> restate(settings, database));
            RestatementText.print(plan, spec.commandLine().getOut());
            return 0;
        }

        private RestatementPlan restate(Settings settings, Database database) {
            PackId current = database.packArchive().chain(date).stream()
                    .filter(pack -> pack.supersededBy().isEmpty())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no pricing pack of " + date + " to restate"))
                    .id();
            Restatements restatements = Wiring.restatements(settings, database, (old, next) -> {}, packs.clock);
            RestatementRequest request = new RestatementRequest(current, reason, accept, operator);
            return apply ? restatements.apply(request) : restatements.plan(request);
        }
    }
}
