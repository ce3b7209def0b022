package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.capability.AnswerJson;
import io.dawsos.capability.CapabilityMethod;
import io.dawsos.capability.CapabilityRegistry;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.nightly.DemoSeed;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.pricing.PackId;
import io.dawsos.store.Database;
import io.dawsos.testing.Golden;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingPortfolioMetrics;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The metrics of the demo portfolio, over the real database and all of its three years. */
class DemoMetricsIT {

    private static final String BENCHMARK = "XIU.TO";
    private static final PackId LAST = PackId.parse("20231229_v1");

    private static TestingDatabase testing;
    private static String commit;

    @BeforeAll
    static void loadTheDemo() {
        testing = DemoTemplate.copy();
        commit = testing.database()
                .ledgerSnapshots()
                .current(DemoSeed.USER, DemoSeed.PORTFOLIO.id())
                .orElseThrow();
    }

    @AfterAll
    static void drop() {
        testing.close();
    }

    private static CapabilityRegistry agents(boolean stored) {
        Database database = testing.database();
        return Agents.registry(
                database.portfolioHistory(),
                database.pricingPacks(),
                database.securities(),
                Wiring.benchmarks(database, BENCHMARK),
                stored ? database.portfolioMetrics() : new TestingPortfolioMetrics(),
                database.explanations());
    }

    private static String call(CapabilityRegistry agents, String capability, PackId pack, Map<String, Object> arguments)
            throws Throwable {
        CapabilityMethod method = agents.find(capability).orElseThrow();
        ExecutionContext context = new ExecutionContext(
                DemoSeed.USER,
                new UUID(0, 1),
                "0af7651916cd43dd8448eb211c80319c",
                Instant.parse("2023-12-30T00:00:00Z"),
                pack.date(),
                pack,
                List.of("Demo", "ECB"),
                commit,
                Optional.of(DemoSeed.PORTFOLIO.id()),
                Currency.getInstance("CAD"));
        return AnswerJson.mapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(method.call(method.bind(arguments), context))
                + "\n";
    }

    @ParameterizedTest
    @CsvSource({
        "metrics.compute_returns, ,",
        "metrics.summary, ,",
        "risk.compute_var, ,",
        "metrics.compute_benchmark, ,",
        "metrics.compute_benchmark, SPY, false",
        "metrics.compute_benchmark, SPY, true"
    })
    void areTheGoldenOnes(String capability, @Nullable String benchmark, @Nullable Boolean hedged) throws Throwable {
        Map<String, Object> arguments =
                benchmark == null || hedged == null ? Map.of() : Map.of("benchmark", benchmark, "hedged", hedged);
        String name = capability
                + (benchmark == null ? "" : "." + benchmark + (Boolean.TRUE.equals(hedged) ? ".hedged" : ""));
        Golden.file("demo/" + name + ".json").matches(call(agents(true), capability, LAST, arguments));
    }

    @Test
    void areTheSameToTheByteStoredOrComputed() throws Throwable {
        assertThat(testing.database().portfolioMetrics().find(scope())).isPresent();
        assertThat(call(agents(true), "metrics.summary", LAST, Map.of()))
                .isEqualTo(call(agents(false), "metrics.summary", LAST, Map.of()));
    }

    private static PortfolioScope scope() {
        return new PortfolioScope(DemoSeed.USER, DemoSeed.PORTFOLIO.id(), Currency.getInstance("CAD"), commit, LAST);
    }

    @Test
    void areMeasuredAgainstTheYieldOfEachPacksOwnDay() throws Throwable {
        assertThat(call(agents(true), "metrics.compute_sharpe", PackId.parse("20221014_v1"), Map.of()))
                .contains("\"risk_free_rate\" : 0.04,", "DGS10 of 2022-10-14 (FRED)");
    }
}
