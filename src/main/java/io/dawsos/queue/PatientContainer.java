package io.dawsos.queue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** Consumers that outlive their broker: they come back when it does, ever more patiently, and say each once. */
final class PatientContainer extends DefaultJmsMessageListenerContainer {

    private static final Logger LOG = LoggerFactory.getLogger(PatientContainer.class);
    static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final ExponentialBackOff waits = new ExponentialBackOff(FIRST_WAIT.toMillis(), 2);
    private final AtomicBoolean cutOff = new AtomicBoolean();
    private volatile @Nullable Throwable failed;

    PatientContainer(JmsEndpoint endpoint) {
        super(endpoint, true);
        waits.setMaxInterval(LONGEST_WAIT.toMillis());
    }

    /** Says nothing yet: the attempt to connect again, which follows, knows the cause better. */
    @Override
    protected void handleListenerSetupFailure(Throwable failure, boolean alreadyRecovered) {
        LOG.debug("A consumer of {} cannot go on", getDestinationName(), failure);
        if (!alreadyRecovered) {
            failed = failure;
        }
    }

    @Override
    protected void refreshConnectionUntilSuccessful() {
        BackOffExecution wait = waits.start();
        while (isRunning()) {
            try {
                refreshSharedConnection();
                if (!(failed instanceof SharedConnectionNotInitializedException)) {
                    tell(failed); // the broker is there but does not let us consume
                }
                return;
            } catch (Exception e) {
                tell(e);
            }
            applyBackOffTime(wait);
        }
    }

    private void tell(@Nullable Throwable cause) {
        LOG.debug("The broker of {} does not serve", getDestinationName(), cause);
        if (cause != null && cutOff.compareAndSet(false, true)) {
            LOG.warn(
                    "The broker of {} does not serve. Requests wait there until it does; all else goes on. Cause: {}",
                    getDestinationName(),
                    BrokerConnections.sentence(cause));
        }
    }

    @Override
    protected void messageReceived(Object invoker, jakarta.jms.Session session) {
        super.messageReceived(invoker, session);
        connected();
    }

    @Override
    protected void noMessageReceived(Object invoker, jakarta.jms.@Nullable Session session) {
        super.noMessageReceived(invoker, session);
        connected();
    }

    private void connected() {
        if (cutOff.compareAndSet(true, false)) {
            LOG.info("The broker of {} serves again", getDestinationName());
        }
    }
}
