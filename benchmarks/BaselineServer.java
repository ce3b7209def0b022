import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dawsos.agent.example.DoubleRequest;
import io.dawsos.agent.example.Doubled;
import io.dawsos.agent.example.Echo;
import io.dawsos.agent.example.EchoRequest;
import io.dawsos.agent.example.ExampleCapabilities;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.execution.Observation;
import io.dawsos.execution.Observer;
import io.dawsos.execution.RequestIds;
import io.dawsos.pricing.PackId;
import io.dawsos.telemetry.ExecutionTelemetry;
import io.dawsos.telemetry.Tracing;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.vertx.core.VertxOptions;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.apache.camel.spi.ManagementStrategy;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.telemetry.Tracer;

/**
 * What the service is measured against, on Camel's stock HTTP server with 16 threads (its default is 20; {@code -Dworkers} sets another number):
 * {@code POST /constant} answers one constant JSON text, {@code POST /hand} is the benchmark's pattern written by hand: the same capabilities behind
 * the same breaker, JSON in, JSON out, no trace, no hash.
 *
 * <p>Usage: {@code java BaselineServer.java <port> [<OTLP endpoint>]}; with an endpoint the hand-written route has Camel's span of a request, and of
 * the service's telemetry the span of the execution, those of the calls and all meters.
 */
final class BaselineServer {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final ExampleCapabilities CAPABILITIES = new ExampleCapabilities();
    private static Observer observer = (pattern, ids) -> Observation.NONE;

    public static void main(String[] arguments) throws Exception {
        VertxPlatformHttpServerConfiguration http = new VertxPlatformHttpServerConfiguration();
        http.setBindHost("127.0.0.1");
        http.setBindPort(Integer.parseInt(arguments[0]));
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("false"); // not the application.properties of the service
        main.bind("http", http);
        main.bind("threads", new VertxOptions().setWorkerPoolSize(Integer.getInteger("workers", 16)));
        main.bind("breaker", breaker());
        boolean traced = arguments.length > 1;
        if (traced) {
            OpenTelemetrySdk collector = Tracing.start(arguments[1], "benchmark", "benchmark");
            main.bind("tracer", collector.getTracer("io.dawsos.routes"));
            main.bind("propagators", collector.getPropagators());
            observer = new ExecutionTelemetry(
                    new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), Optional.of(collector.getTracer("io.dawsos")));
        }
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport configured) {
                try {
                    configured.getCamelContext().addService(new VertxPlatformHttpServer(http));
                    if (traced) {
                        new StockTracer().init(configured.getCamelContext());
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        main.configure().addRoutesBuilder(new Routes());
        main.run();
    }

    /** Camel's own span of a request, and nothing else of Camel's tracer: with spans of every send and step this side would be slower. */
    private static final class StockTracer extends OpenTelemetryTracer {
        @Override
        protected void doInit() {
            super.doInit();
            ManagementStrategy management = getCamelContext().getManagementStrategy();
            List.copyOf(management.getEventNotifiers()).stream()
                    .filter(notifier -> notifier.getClass().getEnclosingClass() == Tracer.class)
                    .forEach(management::removeEventNotifier);
            getCamelContext().getCamelContextExtension().getInterceptStrategies()
                    .removeIf(strategy -> strategy.getClass().getPackage() == Tracer.class.getPackage());
        }

        @Override
        public RoutePolicy createRoutePolicy(CamelContext camel, String routeId, NamedNode route) {
            return routeId.equals("hand") ? super.createRoutePolicy(camel, routeId, route) : null;
        }
    }

    private static CircuitBreaker breaker() {
        return CircuitBreaker.of("example_agent", CircuitBreakerConfig.custom()
                .slidingWindowSize(5).minimumNumberOfCalls(5).failureRateThreshold(100)
                .waitDurationInOpenState(Duration.ofSeconds(60)).permittedNumberOfCallsInHalfOpenState(1)
                .build());
    }

    /** What a request carries through the hand-written route. */
    private record Run(JsonNode inputs, ExecutionContext context, Observation observation, Map<String, Object> results) {
        Run with(String key, Object result) {
            Map<String, Object> all = new LinkedHashMap<>(results);
            all.put(key, result);
            return new Run(inputs, context, observation, all);
        }

        <T> T result(String key, Class<T> type) {
            return type.cast(results.get(key));
        }
    }

    private static final class Routes extends RouteBuilder {
        @Override
        public void configure() {
            from("platform-http:/constant?httpMethodRestrict=POST")
                    .removeHeaders("*")
                    .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                    .setBody(constant("{\"message\":\"Hello, world\",\"doubled\":42}"));
            from("direct:agent")
                    .circuitBreaker()
                    .resilience4jConfiguration()
                    .circuitBreaker("breaker")
                    .throwExceptionWhenHalfOpenOrOpenState(true)
                    .end()
                    .process(BaselineServer::call)
                    .end();
            from("platform-http:/hand?httpMethodRestrict=POST&consumes=application/json&produces=application/json").routeId("hand")
                    .process(BaselineServer::read)
                    .setProperty("step", constant("greeting")).to("direct:agent")
                    .setProperty("step", constant("doubled")).to("direct:agent")
                    .setProperty("step", constant("quadrupled")).to("direct:agent")
                    .setProperty("step", constant("again")).to("direct:agent")
                    .process(BaselineServer::write);
        }
    }

    private static void read(Exchange exchange) throws Exception {
        JsonNode request = JSON.readTree(exchange.getMessage().getBody(byte[].class));
        ExecutionContext context = context();
        Observation observation = observer.begin("four_steps", RequestIds.within(context.traceId()));
        observation.opened(context);
        exchange.getMessage().setBody(new Run(request.path("inputs"), context, observation, Map.of()));
    }

    private static void call(Exchange exchange) {
        Run run = exchange.getMessage().getBody(Run.class);
        String step = exchange.getProperty("step", String.class);
        ExecutionContext context = run.context();
        Observation.AgentCall watched = run.observation().agentCall("example_agent", step);
        Object result = switch (step) {
            case "greeting" -> CAPABILITIES.echo(new EchoRequest("Hello, " + run.inputs().path("name").asText("world")), context).value();
            case "doubled" -> CAPABILITIES.doubleValue(new DoubleRequest(run.inputs().path("number").asLong(21)), context).value();
            case "quadrupled" -> CAPABILITIES.doubleValue(new DoubleRequest(run.result("doubled", Doubled.class).doubled()), context).value();
            default -> CAPABILITIES.echo(new EchoRequest(run.result("greeting", Echo.class).message()), context).value();
        };
        watched.end(Optional.empty());
        exchange.getMessage().setBody(run.with(step, result));
    }

    private static void write(Exchange exchange) throws Exception {
        Run run = exchange.getMessage().getBody(Run.class);
        run.observation().closed(Observation.Outcome.SUCCESS, Optional.empty());
        exchange.getMessage().getHeaders().clear();
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
        exchange.getMessage().setBody(ByteBuffer.wrap(JSON.writeValueAsBytes(Map.of("data", run.results()))));
    }

    private static ExecutionContext context() {
        return new ExecutionContext(
                UUID.fromString("00000000-0000-0000-0000-000000000001"), UUID.randomUUID(), "0".repeat(32), Instant.now(),
                LocalDate.of(2023, 12, 29), new PackId(LocalDate.of(2023, 12, 29), 1), List.of("Demo"), "0".repeat(40),
                Optional.empty(), Currency.getInstance("CAD"));
    }
}
