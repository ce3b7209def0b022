package io.dawsos;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.micrometer.MicrometerConstants;
import org.apache.camel.main.Main;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The Camel program: its properties, components and agent routes. Routes of patterns come later, from the catalogue. */
final class CamelParts {

    private CamelParts() {}

    static void addTo(Main main, Wiring wiring, String brokerUrl) {
        main.bind("dataSource", wiring.database.dataSource());
        main.bind(
                "transaction",
                new SpringTransactionPolicy(new DataSourceTransactionManager(wiring.database.dataSource())));
        main.bind(MicrometerConstants.METRICS_REGISTRY_NAME, wiring.meters);
        main.bind("jms", jms(brokerUrl));
        main.configure().addRoutesBuilder(new AgentRoutes(wiring.capabilities.agents()));
    }

    private static JmsComponent jms(String brokerUrl) {
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(new ActiveMQConnectionFactory(brokerUrl));
        pool.setMaxConnections(2);
        JmsComponent jms = JmsComponent.jmsComponent(pool);
        jms.setTransacted(true);
        jms.setLazyCreateTransactionManager(false);
        return jms;
    }
}
