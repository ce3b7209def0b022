package io.dawsos;

import io.dawsos.capability.CapabilityRegistry;
import io.dawsos.capability.RegisteredSignatures;
import io.dawsos.pattern.CatalogListener;
import io.dawsos.pattern.PatternCatalog;
import io.dawsos.pattern.PatternRules;
import io.dawsos.pattern.PatternSource;
import io.dawsos.pattern.ReloadReport;
import io.dawsos.schedule.CronExpressions;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code dawsos patterns ...}. */
@Command(
        name = "patterns",
        description = "Works with pattern files.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = PatternsCommand.Validate.class)
final class PatternsCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    PatternsCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Name what to do with patterns: validate");
    }

    /** {@code dawsos patterns validate [FOLDER...]}. */
    @Command(
            name = "validate",
            description =
                    "Checks pattern files against schema, capabilities and data flow; exits with 1 when any has a problem.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Validate implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private PatternsCommand patterns;

        @Parameters(
                paramLabel = "FOLDER",
                description = "Folders to check; without any the shipped patterns and PATTERNS_PATH.")
        private List<Path> folders = new ArrayList<>();

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public Integer call() {
            CapabilityRegistry registry = Agents.described();
            ReloadReport report = PatternCatalog.over(
                            sources(), new PatternRules(new RegisteredSignatures(registry), CronExpressions::accepts))
                    .reload(CatalogListener.NONE);
            PrintWriter out = spec.commandLine().getOut();
            report.loaded().forEach(id -> out.println("ok       " + id));
            report.problems().forEach(problem -> out.println("problem  " + problem));
            out.println(
                    report.loaded().size() + " patterns, " + report.problems().size() + " problems");
            out.flush();
            return report.problems().isEmpty() ? 0 : 1;
        }

        private List<PatternSource> sources() {
            folders.stream()
                    .filter(folder -> !Files.isDirectory(folder))
                    .findFirst()
                    .ifPresent(missing -> {
                        throw new ParameterException(spec.commandLine(), missing + " is not a folder");
                    });
            return folders.isEmpty()
                    ? PatternSources.of(SettingsReader.read(patterns.environment))
                    : folders.stream().map(PatternSource::folder).toList();
        }
    }
}
