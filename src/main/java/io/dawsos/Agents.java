package io.dawsos;

import io.dawsos.agent.example.ExampleCapabilities;
import io.dawsos.agent.financialanalyst.AttributionCapabilities;
import io.dawsos.agent.financialanalyst.ChartsCapabilities;
import io.dawsos.agent.financialanalyst.CorporateActionsCapabilities;
import io.dawsos.agent.financialanalyst.IncomeCapabilities;
import io.dawsos.agent.financialanalyst.LedgerCapabilities;
import io.dawsos.agent.financialanalyst.MetricsCapabilities;
import io.dawsos.agent.financialanalyst.PortfolioCapabilities;
import io.dawsos.agent.financialanalyst.PositionCapabilities;
import io.dawsos.agent.financialanalyst.PricingCapabilities;
import io.dawsos.agent.financialanalyst.RiskCapabilities;
import io.dawsos.agent.financialanalyst.TaxCapabilities;
import io.dawsos.capability.Agent;
import io.dawsos.capability.CapabilityRegistry;
import io.dawsos.metrics.Benchmarks;
import io.dawsos.metrics.PortfolioMetrics;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.Securities;
import io.dawsos.portfolio.explain.CorporateActions;
import io.dawsos.portfolio.explain.Explanations;
import io.dawsos.portfolio.explain.LedgerFacts;
import io.dawsos.portfolio.explain.PackSeries;
import io.dawsos.portfolio.explain.PositionHistory;
import io.dawsos.pricing.PackIndicators;
import io.dawsos.pricing.PriceHistory;
import io.dawsos.pricing.PricingPacks;
import java.lang.reflect.Proxy;

/** Every agent and what it can do: one line a capability class. */
final class Agents {

    private Agents() {}

    /** The agents as the catalogue describes them, without any data: nothing of it can be called. */
    static CapabilityRegistry described() {
        Securities securities = absent(Securities.class);
        Benchmarks benchmarks =
                new Benchmarks(absent(PriceHistory.class), securities, absent(PackIndicators.class), "");
        Explanations explanations = new Explanations(
                absent(LedgerFacts.class),
                absent(PackSeries.class),
                absent(PositionHistory.class),
                absent(CorporateActions.class));
        return registry(
                absent(PortfolioHistory.class),
                absent(PricingPacks.class),
                securities,
                benchmarks,
                absent(PortfolioMetrics.class),
                explanations);
    }

    private static <T> T absent(Class<T> port) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    throw new IllegalStateException(
                            port.getSimpleName() + " is not there: capabilities are only described here");
                }));
    }

    static CapabilityRegistry registry(
            PortfolioHistory history,
            PricingPacks packs,
            Securities securities,
            Benchmarks benchmarks,
            PortfolioMetrics metrics,
            Explanations explanations) {
        return CapabilityRegistry.of(
                Agent.named("example_agent", new ExampleCapabilities()),
                Agent.named(
                        "financial_analyst",
                        new LedgerCapabilities(history),
                        new PricingCapabilities(packs, securities),
                        new PortfolioCapabilities(history, securities),
                        new MetricsCapabilities(history, benchmarks, metrics),
                        new RiskCapabilities(history),
                        new AttributionCapabilities(history, explanations),
                        new PositionCapabilities(history, securities, explanations),
                        new TaxCapabilities(explanations),
                        new IncomeCapabilities(explanations),
                        new CorporateActionsCapabilities(explanations),
                        new ChartsCapabilities()));
    }
}
