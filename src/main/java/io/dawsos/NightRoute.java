package io.dawsos;

import io.dawsos.nightly.ActiveNight;
import io.dawsos.nightly.NightJob;
import io.dawsos.nightly.NightRun;
import io.dawsos.nightly.Nights;
import io.dawsos.schedule.NightStations;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/** The route {@code nightly} without a service around it: for commands. */
final class NightRoute implements AutoCloseable {

    private final Main main;

    private NightRoute(Main main) {
        this.main = main;
    }

    static NightRoute start(Nights nights) {
        Main main = new Main();
        bind(main, nights);
        main.addOverrideProperty("camel.main.routesIncludePattern", "classpath:routes/nightly.camel.yaml");
        try {
            main.start();
        } catch (Exception e) {
            throw new IllegalStateException("The route of the night cannot be started: " + e.getMessage(), e);
        }
        return new NightRoute(main);
    }

    /** The beans that {@code routes/nightly.camel.yaml} names: the jobs by their own names, and the end. */
    static void bind(Main main, Nights nights) {
        for (NightJob job : nights.jobs()) {
            bind(main, job.name(), NightStations.job(nights, job.name()));
        }
        bind(main, "endNight", NightStations.end(nights));
        bind(main, "abandonNight", NightStations.abandon(nights));
    }

    private static void bind(Main main, String name, Processor processor) {
        main.bind(name, processor);
    }

    /** Runs a night to its end. */
    NightRun run(ActiveNight night) {
        return run(main.getCamelContext(), night);
    }

    /** The same in a context that has the route. */
    static NightRun run(CamelContext camel, ActiveNight night) {
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            return template.requestBody("direct:nightly", night, NightRun.class);
        } catch (CamelExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        main.stop();
    }
}
