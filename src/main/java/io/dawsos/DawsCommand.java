package io.dawsos;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dawsos}: serves when no command is named. */
@Command(
        name = "dawsos",
        description = {
            "Answers questions about a portfolio. A question is a pattern, a JSON file that names the capabilities to call; "
                    + "every answer says which prices and which ledger commit it was computed from.",
            "",
            "Without a command it serves: HTTP on http://127.0.0.1:8000, with a database, a message broker and demo data "
                    + "of its own in the folder .dawsos.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:All went well.", "1:A fault, or patterns with problems.", "2:Wrong usage."},
        footerHeading = "%nSettings are environment variables:%n",
        footer = {
            "  PORT          port that HTTP is answered on (8000)",
            "  DAWSOS_HOME   data folder (.dawsos)",
            "  DATABASE_URL  PostgreSQL to use in place of the embedded one",
            "  LEDGER_PATH   git repository of Beancount journals in place of the demo ledger",
            "README.md lists all of them."
        })
final class DawsCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Mixin
    private ServeCommand.Options options = new ServeCommand.Options();

    DawsCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        return ServeCommand.serve(environment, options);
    }
}
