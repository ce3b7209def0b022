package io.dawsos;

import io.dawsos.queue.BrokerConnections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.component.micrometer.MicrometerConstants;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.main.Main;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.quartz.impl.StdSchedulerFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The Camel program: its properties, components and agent routes. Routes of patterns come later, from the catalogue. */
final class CamelParts {

    private static final String SCHEDULE_THREADS = "4";

    private CamelParts() {}

    static void addTo(Main main, Wiring wiring, BrokerConnections broker) {
        main.bind("dataSource", wiring.database.dataSource());
        main.bind(
                "transaction",
                new SpringTransactionPolicy(new DataSourceTransactionManager(wiring.database.dataSource())));
        main.bind(MicrometerConstants.METRICS_REGISTRY_NAME, wiring.meters);
        main.bind("jms", broker.component());
        main.bind("quartz", quartz());
        main.addInitialProperty("nightly.cron", wiring.night.dates.startCron());
        main.addInitialProperty("nightly.deadline-cron", wiring.night.dates.deadlineCron());
        main.addInitialProperty("nightly.zone-id", wiring.night.dates.zone().getId());
        main.configure().addRoutesBuilder(new AgentRoutes(wiring.capabilities.agents()));
    }

    /** A scheduler of its own: by default all services of one process would share the first one's. */
    static QuartzComponent quartz() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, "dawsos-" + UUID.randomUUID());
        properties.put("org.quartz.threadPool.threadCount", SCHEDULE_THREADS);
        QuartzComponent quartz = new QuartzComponent();
        quartz.setProperties(properties);
        quartz.setPrefixInstanceName(false);
        return quartz;
    }
}
