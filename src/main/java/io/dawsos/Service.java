package io.dawsos;

import io.dawsos.pricing.PricingPack;
import io.dawsos.queue.BrokerConnections;
import io.dawsos.rights.RightsBook;
import io.dawsos.telemetry.EntryTracer;
import io.dawsos.telemetry.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running service: starts everything in order, and closes it in the opposite one. */
final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    /** Started last: requests that lie in the queue already must find the patterns. */
    private static final String QUEUE_ROUTE = "queue-requests";

    /** Takes up a night that was missed or broken off while no service ran. */
    private static final String DUE_NIGHT = "direct:schedule-nightly-now";

    private final Settings settings;
    private final Deque<AutoCloseable> started;
    private final Wiring wiring;
    private final String brokerUrl;
    private @Nullable PatternService patterns;

    private Service(Settings settings, Deque<AutoCloseable> started, Wiring wiring, String brokerUrl) {
        this.settings = settings;
        this.started = started;
        this.wiring = wiring;
        this.brokerUrl = brokerUrl;
    }

    /**
     * Starts it; when a part does not start, those before it are closed and the fault comes out.
     *
     * @param strict refuse to start when any pattern is broken
     */
    static Service start(Settings settings, Clock clock, boolean strict) {
        return start(settings, clock, strict, Optional.empty());
    }

    /** The same, with spans sent to {@code collector} in place of the endpoint in the settings. */
    static Service start(Settings settings, Clock clock, boolean strict, Optional<OpenTelemetry> collector) {
        Deque<AutoCloseable> started = new ArrayDeque<>();
        try {
            RightsBook rights = ExportWiring.book(settings);
            Infrastructure infrastructure = Infrastructure.start(settings, started);
            Optional<OpenTelemetry> telemetry = collector.or(() -> exporting(settings, started));
            Wiring wiring = new Wiring(settings, infrastructure, rights, telemetry, clock);
            Service service = new Service(settings, started, wiring, infrastructure.brokerUrl());
            service.startRoutes(infrastructure.storage(), telemetry, strict);
            return service;
        } catch (Exception e) {
            closeAll(started);
            throw e instanceof RuntimeException fault
                    ? fault
                    : new IllegalStateException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Optional<OpenTelemetry> exporting(Settings settings, Deque<AutoCloseable> started) {
        return settings.otlpEndpoint().map(endpoint -> {
            OpenTelemetrySdk sdk = Tracing.start(
                    endpoint, Version.current(), settings.environment().name().toLowerCase(Locale.ROOT));
            started.push(sdk);
            return sdk;
        });
    }

    private void startRoutes(Storage storage, Optional<OpenTelemetry> telemetry, boolean strict) throws Exception {
        Main main = new Main();
        BrokerConnections broker = BrokerConnections.to(brokerUrl);
        started.push(broker);
        CamelParts.addTo(main, wiring, broker);
        new RouteBeans(main, wiring).bind(this::patterns);
        telemetry.ifPresent(collector -> {
            main.bind("tracer", collector.getTracer("io.dawsos.routes"));
            main.bind("propagators", collector.getPropagators());
        });
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport configured) {
                prepare(configured.getCamelContext(), telemetry.isPresent());
            }
        });
        started.push(main::stop);
        main.start();
        if (wiring.night.demo.isPresent()) {
            new DemoData(wiring.night, storage, main.getCamelContext()).load();
        }
        PatternService service = wiring.patternService(main.getCamelContext());
        patterns = service;
        started.push(service);
        loadPatterns(service, strict);
        wiring.server.open();
        main.getCamelContext().getRouteController().startRoute(QUEUE_ROUTE);
        main.getCamelTemplate().sendBody(DUE_NIGHT, "");
        service.poll(settings.patternsPoll());
    }

    private void prepare(CamelContext camel, boolean traced) {
        try {
            camel.addService(wiring.server);
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP server cannot be prepared: " + e.getMessage(), e);
        }
        if (traced) {
            new EntryTracer().init(camel);
        }
    }

    private static void loadPatterns(PatternService service, boolean strict) {
        List<?> problems = service.reload().problems();
        if (strict && !problems.isEmpty()) {
            throw new IllegalStateException("Patterns have " + problems.size()
                    + " problems, and --strict refuses any:\n  "
                    + String.join(
                            "\n  ", problems.stream().map(Object::toString).toList()));
        }
    }

    private PatternService patterns() {
        return Optional.ofNullable(patterns).orElseThrow();
    }

    /** What it is made of. */
    Wiring wiring() {
        return wiring;
    }

    /** Where HTTP is answered. */
    String address() {
        return "http://localhost:" + wiring.server.listeningPort().orElseThrow();
    }

    /** Where the broker is reached. */
    String brokerUrl() {
        return BrokerConnections.withoutCredentials(brokerUrl);
    }

    /** The pack that is answered from, with its state, in words. */
    String pack() {
        Optional<PricingPack> pack = wiring.packs.newest();
        return pack.map(newest -> newest.id() + " (" + newest.status().name().toLowerCase(Locale.ROOT) + ")")
                .orElse("none yet");
    }

    /** The development user's portfolio, in words. */
    String portfolio() {
        return wiring.database.portfolios().of(DevelopmentUser.ID).stream()
                .map(portfolio -> portfolio.id() + "  " + portfolio.name())
                .findFirst()
                .orElse("none yet");
    }

    @Override
    public void close() {
        closeAll(started);
    }

    /** Closes in the opposite order; what does not close is logged and the rest still closed. */
    static void closeAll(Deque<AutoCloseable> started) {
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
