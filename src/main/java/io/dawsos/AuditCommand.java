package io.dawsos;

import io.dawsos.rights.AuditHead;
import io.dawsos.rights.AuditReport;
import io.dawsos.rights.ExportAudit;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code dawsos audit ...}: against the database of the settings; the embedded one only while no service runs on it. */
@Command(
        name = "audit",
        description = "Works with the audit of exports.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {AuditCommand.Verify.class, AuditCommand.Sign.class})
final class AuditCommand implements Callable<Integer> {

    private final Map<String, String> environment;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    AuditCommand(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Name what to do with the audit of exports: verify or sign");
    }

    private <T> T with(Function<ExportAudit, T> work) {
        Settings settings = SettingsReader.read(environment);
        Deque<AutoCloseable> started = new ArrayDeque<>();
        try {
            Storage storage = Storage.startForCommand(settings, started);
            return work.apply(AuditKeys.audit(storage.database(), settings));
        } finally {
            Service.closeAll(started);
        }
    }

    /** {@code dawsos audit verify}. */
    @Command(
            name = "verify",
            description =
                    "Reads the audit of exports from its first row and finds what was changed, put in, taken out or cut off; exits with 1 when"
                            + " anything was.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Verify implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private AuditCommand audit;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Option(
                names = "--known",
                paramLabel = "SEQ:HASH",
                description = "A row that was there, as somebody noted it; may be given several times.")
        private List<String> known = new ArrayList<>();

        @Override
        public Integer call() {
            List<AuditHead> heads = heads();
            AuditReport report = audit.with(exports -> exports.verify(heads));
            PrintWriter out = spec.commandLine().getOut();
            report.faults().forEach(fault -> out.println("fault  " + fault));
            out.println(report.rows() + " rows, " + report.faults().size() + " faults, "
                    + report.checkpoint()
                            .map(checkpoint -> "signed up to row " + checkpoint.seq() + " at " + checkpoint.signedAt())
                            .orElse("nothing signed yet"));
            out.println(report.kept()
                    .map(head -> "this data folder knows of row " + head)
                    .orElse("this data folder knows of no row: rows cut off at the end are not found here"));
            out.flush();
            return report.sound() ? 0 : 1;
        }

        private List<AuditHead> heads() {
            try {
                return known.stream().map(AuditHead::parse).toList();
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "--known: " + e.getMessage(), e);
            }
        }
    }

    /** {@code dawsos audit sign}. */
    @Command(
            name = "sign",
            description = "Signs the audit of exports as it stands; the first export of each day does so by itself.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Sign implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private AuditCommand audit;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public Integer call() {
            boolean signed = audit.with(exports -> exports.sign(audit.clock.instant()));
            PrintWriter out = spec.commandLine().getOut();
            out.println(signed ? "signed" : "there is nothing new to sign");
            out.flush();
            return 0;
        }
    }
}
