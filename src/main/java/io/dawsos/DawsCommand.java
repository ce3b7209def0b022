package io.dawsos;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dawsos}: serves when no command is named. */
@Command(
        name = "dawsos",
        description = "Portfolio intelligence as patterns: JSON in, reproducible answers out.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {ServeCommand.class, PatternsCommand.class, CapabilitiesCommand.class},
        footer = {"", "Settings are environment variables: PORT, HOST, DATABASE_URL, DAWSOS_HOME, ...; see README.md."})
final class DawsCommand implements Callable<Integer> {

    @Mixin
    private ServeCommand.Options options = new ServeCommand.Options();

    @Override
    public Integer call() {
        return ServeCommand.serve(options);
    }
}
