package io.dawsos;

import java.util.Collection;
import org.apache.camel.builder.RouteBuilder;

/** One route per agent from the template in {@code routes/agent.camel.yaml}: operators tune the template, code knows the agents. */
final class AgentRoutes extends RouteBuilder {

    private final Collection<String> agents;

    AgentRoutes(Collection<String> agents) {
        this.agents = agents;
    }

    @Override
    public void configure() {
        agents.forEach(agent -> templatedRoute("agent")
                .routeId("agent-" + agent)
                .prefixId(agent)
                .parameter("agent", agent));
    }
}
