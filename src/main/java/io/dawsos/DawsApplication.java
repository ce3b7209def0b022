package io.dawsos;

import picocli.CommandLine;

/** The program: hands its arguments to {@link DawsCommand}. */
public final class DawsApplication {

    private DawsApplication() {}

    /** Exits with 0 when all went well, 1 for a fault, 2 for wrong usage. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new DawsCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((fault, command, parsed) -> {
                    command.getErr().println(StartupFault.sentence(fault));
                    return 1;
                });
    }
}
