package io.dawsos.queue;

import jakarta.jms.ConnectionFactory;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.ConsumerType;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.qpid.jms.policy.JmsDefaultPrefetchPolicy;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to a broker: {@code tcp://} speaks the protocol of ActiveMQ Artemis, {@code amqp://} and {@code amqps://} AMQP 1.0. A broker
 * that is away, now or later, is waited for.
 */
public final class BrokerConnections implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerConnections.class);
    private static final int MOST_CONNECTIONS = 2;

    private final JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();

    private BrokerConnections(ConnectionFactory factory) {
        pool.setConnectionFactory(factory);
        pool.setMaxConnections(MOST_CONNECTIONS);
    }

    /** Connects to nothing yet; {@code url} may carry {@code user:password@}. */
    public static BrokerConnections to(String url) {
        return new BrokerConnections(factory(url));
    }

    /** For Camel: transacted, so that a message taken and those sent for it are one transaction of the broker. */
    public JmsComponent component() {
        JmsComponent jms = JmsComponent.jmsComponent(pool);
        jms.setTransacted(true);
        jms.setLazyCreateTransactionManager(false);
        jms.getConfiguration().setConsumerType(ConsumerType.Custom);
        jms.setMessageListenerContainerFactory(PatientContainer::new);
        jms.setRecoveryInterval(PatientContainer.FIRST_WAIT.toMillis());
        jms.setErrorHandler(thrown -> {
            LOG.warn("A request goes back to its queue: {}", sentence(thrown));
            LOG.debug("A request goes back to its queue", thrown);
        });
        return jms;
    }

    @Override
    public void close() {
        pool.stop();
    }

    /** What the innermost cause says. */
    static String sentence(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** The address as it may be shown. */
    public static String withoutCredentials(String url) {
        return userInfo(url).map(info -> url.replace(info + "@", "")).orElse(url);
    }

    private static Optional<String> userInfo(String url) {
        return Optional.ofNullable(URI.create(url).getRawUserInfo());
    }

    private static ConnectionFactory factory(String url) {
        String[] parts = userInfo(url).orElse("").split(":", 2);
        Optional<String> user = Optional.of(decoded(parts[0])).filter(name -> !name.isEmpty());
        Optional<String> password = parts.length == 2 ? Optional.of(decoded(parts[1])) : Optional.empty();
        String address = withoutCredentials(url);
        return address.startsWith("amqp") ? amqp(address, user, password) : artemis(address, user, password);
    }

    private static ConnectionFactory artemis(String url, Optional<String> user, Optional<String> password) {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
        user.ifPresent(factory::setUser);
        password.ifPresent(factory::setPassword);
        factory.setConsumerWindowSize(0); // no consumer hoards requests that another could answer
        return factory;
    }

    private static ConnectionFactory amqp(String url, Optional<String> user, Optional<String> password) {
        JmsConnectionFactory factory = new JmsConnectionFactory(url);
        user.ifPresent(factory::setUsername);
        password.ifPresent(factory::setPassword);
        JmsDefaultPrefetchPolicy one = new JmsDefaultPrefetchPolicy();
        one.setAll(1); // as above
        factory.setPrefetchPolicy(one);
        return factory;
    }

    /** A plus sign in a password is a plus sign, not a blank. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
