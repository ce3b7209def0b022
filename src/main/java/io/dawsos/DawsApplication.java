package io.dawsos;

import io.dawsos.pricing.PackId;
import java.util.Map;
import picocli.CommandLine;

/** The program: hands its arguments to {@link DawsCommand}. */
public final class DawsApplication {

    private DawsApplication() {}

    /** Exits with 0 when all went well, 1 for a fault, 2 for wrong usage. */
    public static void main(String[] arguments) {
        System.exit(commandLine(System.getenv()).execute(arguments));
    }

    /** The commands, with the environment that settings are read from. */
    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new DawsCommand(environment))
                .addSubcommand(new ServeCommand(environment))
                .addSubcommand(new NightlyCommand(environment))
                .addSubcommand(new PatternsCommand(environment))
                .addSubcommand(new LedgerCommand(environment))
                .addSubcommand(new CapabilitiesCommand())
                .addSubcommand(new PacksCommand(environment, ServeCommand.clock()))
                .addSubcommand(new AuditCommand(environment, ServeCommand.clock()))
                .registerConverter(PackId.class, PackId::parse)
                .setUsageHelpWidth(100)
                .setExecutionExceptionHandler((fault, command, parsed) -> {
                    command.getErr().println(StartupFault.sentence(fault));
                    return 1;
                });
    }
}
