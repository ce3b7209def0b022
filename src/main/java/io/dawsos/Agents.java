package io.dawsos;

import io.dawsos.agent.example.ExampleCapabilities;
import io.dawsos.agent.financialanalyst.AttributionCapabilities;
import io.dawsos.agent.financialanalyst.ChartsCapabilities;
import io.dawsos.agent.financialanalyst.LedgerCapabilities;
import io.dawsos.agent.financialanalyst.MetricsCapabilities;
import io.dawsos.agent.financialanalyst.PortfolioCapabilities;
import io.dawsos.agent.financialanalyst.PricingCapabilities;
import io.dawsos.capability.Agent;
import io.dawsos.capability.CapabilityRegistry;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.Securities;
import io.dawsos.pricing.PricingPacks;

/** Every agent and what it can do: one line a capability class. */
final class Agents {

    private Agents() {}

    static CapabilityRegistry registry(PortfolioHistory history, PricingPacks packs, Securities securities) {
        return CapabilityRegistry.of(
                Agent.named("example_agent", new ExampleCapabilities()),
                Agent.named(
                        "financial_analyst",
                        new LedgerCapabilities(history),
                        new PricingCapabilities(packs, securities),
                        new PortfolioCapabilities(history, securities),
                        new MetricsCapabilities(history),
                        new AttributionCapabilities(history),
                        new ChartsCapabilities()));
    }
}
