package io.dawsos;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dawsos serve}: runs until it is told to stop. */
@Command(
        name = "serve",
        description = "Runs the service until it is stopped (the default command).",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {

    /** What {@code serve} takes. */
    static final class Options {
        @Option(
                names = "--strict",
                description = "Refuse to start when any pattern is broken; otherwise the others are served.")
        private boolean strict;

        @Option(
                names = "--check",
                description =
                        "Start everything, say where it is, and stop: tries the settings, the database, the broker "
                                + "and the patterns.")
        private boolean check;
    }

    private final Map<String, String> environment;

    @Mixin
    private Options options = new Options();

    ServeCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        return serve(environment, options);
    }

    /** The one clock of the program. */
    static Clock clock() {
        return Clock.systemUTC();
    }

    static int serve(Map<String, String> environment, Options options) {
        Settings settings = SettingsReader.read(environment);
        LogFormat.apply(settings.jsonLogs());
        Logger log = LoggerFactory.getLogger(ServeCommand.class);
        // listens before anything is started: told to stop meanwhile, it ends as soon as the start has, and leaves
        // nothing running
        try (StopSignal stop = StopSignal.listen(() -> log.info("Stopping"))) {
            run(settings, options, stop, log);
        }
        return 0;
    }

    private static void run(Settings settings, Options options, StopSignal stop, Logger log) {
        try (Service service = Service.start(settings, clock(), options.strict)) {
            log.info(ReadyBlock.of(service));
            if (!options.check) {
                // a start reads far more than what stays: hand that memory back before the first request, not at the
                // next full collection
                System.gc();
                stop.await();
            }
        } catch (RuntimeException fault) {
            if (!stop.requested()) {
                throw fault;
            }
            // a process that ends lets nobody begin: libraries refuse to start in it
            log.info("Stopped before the start was finished ({})", StartupFault.sentence(fault));
        }
    }
}
