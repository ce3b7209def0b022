package io.dawsos;

import io.dawsos.capability.AnswerJson;
import io.dawsos.capability.CapabilityCatalogue;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dawsos capabilities}. */
@Command(
        name = "capabilities",
        description = "Prints what patterns may call: Markdown, or JSON with result schemas.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CapabilitiesCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print JSON instead of Markdown.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        CapabilityCatalogue catalogue = new CapabilityCatalogue(Agents.described());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new String(AnswerJson.bytes(catalogue.entries()), StandardCharsets.UTF_8));
        } else {
            out.print(catalogue.markdown());
        }
        out.flush();
        return 0;
    }
}
