package io.dawsos;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.fieldnames.LogstashFieldNames;
import org.slf4j.LoggerFactory;

/** Readable lines for people, or one JSON object a line ({@code timestamp, level, trace_id, message, ...}) for machines. */
final class LogFormat {

    private LogFormat() {}

    static void apply(boolean json) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (json && root.getAppender("console") instanceof ConsoleAppender<ILoggingEvent> console) {
            console.stop();
            Encoder<ILoggingEvent> encoder = jsonEncoder();
            encoder.setContext(context);
            encoder.start();
            console.setEncoder(encoder);
            console.start();
        }
    }

    private static LogstashEncoder jsonEncoder() {
        LogstashFieldNames names = new LogstashFieldNames();
        names.setTimestamp("timestamp");
        names.setVersion("[ignore]");
        names.setLevelValue("[ignore]");
        names.setLogger("logger");
        names.setThread("thread");
        LogstashEncoder encoder = new LogstashEncoder();
        encoder.setFieldNames(names);
        return encoder;
    }
}
