package io.dawsos;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running service: starts everything in order, and closes it in the opposite one. */
final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Settings settings;
    private Wiring wiring;

    private Service(Settings settings) {
        this.settings = settings;
    }

    /** Starts it; when a part does not start, those before it are closed and the fault comes out. */
    static Service start(Settings settings, Clock clock, boolean strict) {
        Service service = new Service(settings);
        try {
            service.startAll(clock, strict);
            return service;
        } catch (Exception e) {
            service.close();
            throw e instanceof RuntimeException fault ? fault : new IllegalStateException(e.getMessage(), e);
        }
    }

    private void startAll(Clock clock, boolean strict) throws Exception {
        Infrastructure infrastructure = Infrastructure.start(settings, started);
        wiring = new Wiring(settings, infrastructure, clock);
        wiring.loadData();
        Main main = wiring.camel();
        started.push(main::stop);
        main.start();
        wiring.openForRequests(strict).forEach(started::push);
    }

    /** Where HTTP is answered. */
    String address() {
        return "http://localhost:" + port();
    }

    int port() {
        return wiring.server().listeningPort().orElseThrow();
    }

    String brokerUrl() {
        return wiring.brokerUrl();
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.error("A part of the service does not stop cleanly: {}", e.getMessage(), e);
            }
        }
    }
}
