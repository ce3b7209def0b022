package io.dawsos;

import io.dawsos.agent.example.ExampleCapabilities;
import io.dawsos.capability.Agent;
import io.dawsos.capability.CapabilityRegistry;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.Securities;
import io.dawsos.pricing.PricingPacks;
import java.lang.reflect.Proxy;

/** Every agent and what it can do: one line a capability class. */
final class Agents {

    private Agents() {}

    /** The agents as the catalogue describes them, without any data: nothing of it can be called. */
    static CapabilityRegistry described() {
        return registry(absent(PortfolioHistory.class), absent(PricingPacks.class), absent(Securities.class));
    }

    private static <T> T absent(Class<T> port) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    throw new IllegalStateException(
                            port.getSimpleName() + " is not there: capabilities are only described here");
                }));
    }

    static CapabilityRegistry registry(PortfolioHistory history, PricingPacks packs, Securities securities) {
        return CapabilityRegistry.of(Agent.named("example_agent", new ExampleCapabilities()));
    }
}
