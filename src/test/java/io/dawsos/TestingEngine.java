package io.dawsos;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.capability.Agent;
import io.dawsos.capability.AnswerJson;
import io.dawsos.capability.CapabilityRegistry;
import io.dawsos.capability.RegisteredSignatures;
import io.dawsos.capability.Steps;
import io.dawsos.execution.ExecutionCloser;
import io.dawsos.execution.ExecutionOpener;
import io.dawsos.execution.ExecutionRequest;
import io.dawsos.execution.ExecutionResponse;
import io.dawsos.execution.ExecutionStore;
import io.dawsos.execution.FreshnessGate;
import io.dawsos.execution.Observation;
import io.dawsos.execution.Observer;
import io.dawsos.execution.Origin;
import io.dawsos.execution.RequestIds;
import io.dawsos.execution.StoredExecution;
import io.dawsos.failure.Failure;
import io.dawsos.pattern.CatalogListener;
import io.dawsos.pattern.Pattern;
import io.dawsos.pattern.PatternCatalog;
import io.dawsos.pattern.PatternRules;
import io.dawsos.pattern.PatternSource;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.Portfolios;
import io.dawsos.pricing.PricingPacks;
import io.dawsos.route.AgentBreakers;
import io.dawsos.route.PatternDeployments;
import io.dawsos.testing.TestingPacks;
import io.dawsos.testing.TestingPricingPacks;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/** The routes {@code execute} and {@code agent} as they are shipped, over agents of a test: no HTTP, no database, a clock that stands. */
final class TestingEngine implements AutoCloseable {

    private static final UUID USER = UUID.fromString("00000000-0000-0000-0000-000000000001");

    final TestingClock clock = new TestingClock();
    final AgentBreakers breakers;
    private final Main main = new Main();
    private final ProducerTemplate template;
    private final PatternCatalog catalog;
    private final PatternDeployments deployments;

    TestingEngine(Path patterns, Observer observer, Agent... agents) throws Exception {
        CapabilityRegistry registry = CapabilityRegistry.of(agents);
        catalog = PatternCatalog.over(
                List.of(PatternSource.folder(patterns)),
                new PatternRules(new RegisteredSignatures(registry), cron -> true));
        Steps steps = new Steps(System::nanoTime);
        breakers = new AgentBreakers(registry.agents(), 5, Duration.ofSeconds(60), clock);
        new ExecutionBeans(
                        new ExecutionOpener(sources(), observer),
                        new ExecutionCloser(new NoStore(), AnswerJson.mapper(), "test", System::nanoTime),
                        new FreshnessGate(30),
                        steps,
                        breakers)
                .bindTo(main);
        main.addOverrideProperty(
                "camel.main.routesIncludePattern",
                "classpath:routes/execute.camel.yaml,classpath:routes/agent.camel.yaml");
        main.configure().addRoutesBuilder(new AgentRoutes(registry.agents()));
        main.start();
        template = main.getCamelTemplate();
        deployments = new PatternDeployments(main.getCamelContext(), registry, steps, clock);
        reload();
    }

    /** Reads the patterns again. */
    void reload() {
        List<?> problems = catalog.reload(new Deployer()).problems();
        if (!problems.isEmpty()) {
            throw new AssertionError(problems);
        }
    }

    /** Removes the routes that nobody runs on any more. */
    void sweep() {
        deployments.sweep();
    }

    private ExecutionOpener.Sources sources() {
        PricingPacks packs = new TestingPricingPacks(
                List.of(TestingPacks.on("2024-01-02").rate("USD", "CAD", "1.36").book()));
        return new ExecutionOpener.Sources(
                catalog,
                new NoPortfolios(packs),
                packs,
                entry -> {},
                () -> "c".repeat(40),
                Currency.getInstance("CAD"),
                clock,
                System::nanoTime);
    }

    static Observer unobserved() {
        return (pattern, ids) -> Observation.NONE;
    }

    CamelContext camel() {
        return main.getCamelContext();
    }

    /** The answer, or what the caller is told instead. */
    ExecutionResponse execute(String pattern, Map<String, JsonNode> inputs) {
        ExecutionRequest request = new ExecutionRequest(
                RequestIds.create(Optional.empty()),
                USER,
                Origin.HTTP,
                pattern,
                Optional.empty(),
                inputs,
                Optional.empty(),
                Optional.empty(),
                true);
        try {
            return template.requestBody("direct:execute", request, ExecutionResponse.class);
        } catch (CamelExecutionException e) {
            throw Failure.of(e, () -> {
                throw new AssertionError("Not a failure that a client is told", e);
            });
        }
    }

    @Override
    public void close() {
        main.stop();
    }

    private final class Deployer implements CatalogListener {
        @Override
        public void deploy(Pattern pattern) {
            deployments.deploy(pattern);
        }

        @Override
        public void retire(Pattern pattern) {
            deployments.retire(pattern);
        }
    }

    private record NoPortfolios(PricingPacks packs) implements Portfolios {
        @Override
        public List<Opened> open(UUID userId, Optional<UUID> portfolioId) {
            return List.of();
        }

        @Override
        public Beginning begin(UUID userId, Optional<UUID> portfolioId, Optional<LocalDate> day) {
            return new Beginning(List.of(), day.map(packs::newestAtOrBefore).orElseGet(packs::newest));
        }

        @Override
        public Optional<Portfolio> find(UUID userId, UUID id) {
            return Optional.empty();
        }

        @Override
        public List<Portfolio> of(UUID userId) {
            return List.of();
        }

        @Override
        public void register(Portfolio portfolio) {
            throw new UnsupportedOperationException("There are no portfolios here");
        }

        @Override
        public boolean rename(UUID userId, UUID id, String name) {
            throw new UnsupportedOperationException("There are no portfolios here");
        }

        @Override
        public List<Owned> owned() {
            return List.of();
        }
    }

    private static final class NoStore implements ExecutionStore {
        @Override
        public void save(StoredExecution execution) {
            throw new UnsupportedOperationException("Nothing is kept here");
        }

        @Override
        public Optional<StoredExecution> find(UUID userId, UUID requestId) {
            return Optional.empty();
        }
    }
}
