package io.dawsos;

import io.dawsos.embedded.DataFolder;
import io.dawsos.nightly.ActiveNight;
import io.dawsos.nightly.NightRequest;
import io.dawsos.nightly.NightRun;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a command of the night works with: storage, jobs and the route, without a service. */
final class NightSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NightSession.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final NightWiring wiring;
    private final NightRoute route;

    private NightSession(Settings settings, Clock clock, Optional<LocalDate> first) {
        try {
            Storage storage = Storage.startForCommand(settings, started);
            wiring = new NightWiring(settings, storage, new SimpleMeterRegistry(), clock, first);
            wiring.seed();
            route = NightRoute.start(wiring.nights);
            started.push(route);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Opens it; when a service has the embedded database, the sentence says what to ask it instead.
     *
     * @param first where packs begin in a database that has none
     * @param instead the request that does the same, after the address of the service
     */
    static NightSession open(Map<String, String> environment, Clock clock, Optional<LocalDate> first, String instead) {
        Settings settings = SettingsReader.read(environment);
        LogFormat.apply(settings.jsonLogs());
        try {
            return new NightSession(settings, clock, first);
        } catch (DataFolder.InUse e) {
            String address = "http://localhost:" + settings.http().port();
            throw new IllegalStateException(
                    e.fact() + ", with the database in it; ask the service that runs there: "
                            + instead.formatted(address),
                    e);
        }
    }

    NightWiring wiring() {
        return wiring;
    }

    /** Runs it; empty when it is finished already. */
    Optional<NightRun> run(NightRequest request) {
        Optional<ActiveNight> claimed = wiring.nights.begin(request);
        return claimed.map(route::run);
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.error("A part of the command does not stop cleanly: {}", e.getMessage(), e);
            }
        }
    }
}
