package io.dawsos;

import io.dawsos.queue.BrokerConnections;
import org.apache.camel.component.micrometer.MicrometerConstants;
import org.apache.camel.main.Main;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The Camel program: its properties, components and agent routes. Routes of patterns come later, from the catalogue. */
final class CamelParts {

    private CamelParts() {}

    static void addTo(Main main, Wiring wiring, BrokerConnections broker) {
        main.bind("dataSource", wiring.database.dataSource());
        main.bind(
                "transaction",
                new SpringTransactionPolicy(new DataSourceTransactionManager(wiring.database.dataSource())));
        main.bind(MicrometerConstants.METRICS_REGISTRY_NAME, wiring.meters);
        main.bind("jms", broker.component());
        main.configure().addRoutesBuilder(new AgentRoutes(wiring.capabilities.agents()));
    }
}
