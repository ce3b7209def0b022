package io.dawsos;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What is logged while it is open. */
final class LoggedEvents extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    /** Artemis tells this, with a stack trace, of a connection whose two ends close one channel at the same moment. */
    private static final String BOTH_ENDS_CLOSED = "AMQ219038";

    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private LoggedEvents() {}

    static LoggedEvents listen() {
        LoggedEvents events = new LoggedEvents();
        events.setContext(events.root.getLoggerContext());
        events.start();
        events.root.addAppender(events);
        return events;
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.prepareForDeferredProcessing();
        events.add(event);
    }

    /** Everything at ERROR, or above DEBUG with a stack trace, but for channels that both ends close. */
    List<String> alarms() {
        return events.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
                .filter(event -> !event.getFormattedMessage().startsWith(BOTH_ENDS_CLOSED))
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR) || event.getThrowableProxy() != null)
                .map(event -> event.getLevel() + " " + event.getLoggerName() + ": " + event.getFormattedMessage())
                .toList();
    }

    List<ILoggingEvent> at(Level level) {
        return events.stream().filter(event -> event.getLevel() == level).toList();
    }

    @Override
    public void close() {
        root.detachAppender(this);
        stop();
    }
}
