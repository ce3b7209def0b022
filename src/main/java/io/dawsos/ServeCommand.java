package io.dawsos;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
        Service service = Service.start(settings, clock(), options.strict);
        log.info(ReadyBlock.of(service));
        if (options.check) {
            service.close();
        } else {
            // a start reads far more than what stays: hand that memory back before the first request, not at the next
            // full collection
            System.gc();
            runUntilStopped(service, log);
        }
        return 0;
    }

    private static void runUntilStopped(Service service, Logger log) {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            log.info("Stopping");
                            service.close();
                            stopped.countDown();
                        },
                        "shutdown"));
        await(stopped);
    }

    private static void await(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
