package io.dawsos;

import java.time.Clock;
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
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    /** What {@code serve} takes. */
    static final class Options {
        @Option(
                names = "--strict",
                description = "Refuse to start when any pattern is broken; otherwise the others are served.")
        private boolean strict;
    }

    @Mixin
    private Options options = new Options();

    @Override
    public Integer call() {
        return serve(options);
    }

    static int serve(Options options) {
        Settings settings = SettingsReader.read(System.getenv());
        LogFormat.apply(settings.jsonLogs());
        Logger log = LoggerFactory.getLogger(ServeCommand.class);
        CountDownLatch stopped = new CountDownLatch(1);
        Service service = Service.start(settings, Clock.systemUTC(), options.strict);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            log.info("Stopping");
                            service.close();
                            stopped.countDown();
                        },
                        "shutdown"));
        log.info(ReadyBlock.of(service));
        await(stopped);
        return 0;
    }

    private static void await(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
