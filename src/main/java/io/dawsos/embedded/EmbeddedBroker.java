package io.dawsos.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * A real message broker inside the process: ActiveMQ Artemis with a persistent journal in the data folder, reachable on loopback by its own
 * protocol and by AMQP 1.0. Queues whose name begins with {@code dawsos.} come into being when somebody uses them. No others do, but for
 * temporary ones: an answer to a sender that has gone must not found a queue that nobody ever empties.
 */
public final class EmbeddedBroker implements AutoCloseable {

    // made at the start: of two clients that found a queue at the same time, one would fail
    private static final String REQUESTS = "dawsos.requests";
    private static final String RESULTS = "dawsos.results";

    /** Queue of what could not be answered. */
    public static final String DEAD_LETTERS = "dawsos.dead-letters";

    private static final String ACCEPTOR = "loopback";
    private static final int SLOWER = 4;
    private static final int MOST_DELIVERIES = 10;

    private final EmbeddedActiveMQ server;
    private final int port;

    private EmbeddedBroker(EmbeddedActiveMQ server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts it. Throws {@link IllegalStateException} saying why it does not start.
     *
     * @param folder keeps the messages from one start to the next
     * @param port 0 takes a free one
     * @param redelivery what a message that was rolled back waits; each further time it waits four times as long
     */
    public static EmbeddedBroker start(Path folder, int port, Duration redelivery) {
        if (port != 0) {
            FreePorts.requireFree(port, "BROKER_PORT");
        }
        EmbeddedActiveMQ server = new EmbeddedActiveMQ().setConfiguration(configuration(folder, port, redelivery));
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "The message broker does not start in " + folder + ": " + e.getMessage(), e);
        }
        return new EmbeddedBroker(
                server,
                server.getActiveMQServer()
                        .getRemotingService()
                        .getAcceptor(ACCEPTOR)
                        .getActualPort());
    }

    private static Configuration configuration(Path folder, int port, Duration redelivery) {
        Map<String, Object> acceptor = new LinkedHashMap<>();
        acceptor.put(TransportConstants.HOST_PROP_NAME, "127.0.0.1");
        acceptor.put(TransportConstants.PORT_PROP_NAME, port);
        acceptor.put(TransportConstants.PROTOCOLS_PROP_NAME, "CORE,AMQP");
        return new ConfigurationImpl()
                .setName("dawsos")
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalFileSize(1 << 20)
                .setJournalMinFiles(2)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setThreadPoolMaxSize(8)
                .setScheduledThreadPoolMaxSize(2)
                .setGlobalMaxSize(32L << 20)
                .addAcceptorConfiguration(
                        new TransportConfiguration(NettyAcceptorFactory.class.getName(), acceptor, ACCEPTOR))
                .addQueueConfiguration(queue(REQUESTS))
                .addQueueConfiguration(queue(RESULTS))
                .addQueueConfiguration(queue(DEAD_LETTERS))
                .addAddressSetting(
                        "#", addresses(redelivery).setAutoCreateAddresses(false).setAutoCreateQueues(false))
                .addAddressSetting("dawsos.#", addresses(redelivery));
    }

    private static QueueConfiguration queue(String name) {
        return QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST);
    }

    private static AddressSettings addresses(Duration redelivery) {
        return new AddressSettings()
                .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                .setAutoCreateAddresses(true)
                .setAutoCreateQueues(true)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false)
                .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
                .setExpiryAddress(SimpleString.of(DEAD_LETTERS))
                .setMaxDeliveryAttempts(MOST_DELIVERIES)
                .setRedeliveryDelay(redelivery.toMillis())
                .setRedeliveryMultiplier(SLOWER)
                .setMaxRedeliveryDelay(redelivery.toMillis() * SLOWER * SLOWER * SLOWER);
    }

    /** Address for clients. */
    public String url() {
        return "tcp://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The message broker does not stop: " + e.getMessage(), e);
        }
    }
}
