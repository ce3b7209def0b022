package io.dawsos.route;

import io.dawsos.export.ExportAttempt;
import io.dawsos.export.ExportDesk;
import io.dawsos.export.ExportRequest;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;

/** The stations of {@code routes/export.camel.yaml}. */
public final class ExportProcessors {

    private ExportProcessors() {}

    /** {@code ExportRequest -> ExportAttempt}. */
    public static Processor decide(ExportDesk desk) {
        return exchange ->
                exchange.getMessage().setBody(desk.decide(exchange.getMessage().getBody(ExportRequest.class)));
    }

    /** Keeps the attempt before anything is known to the caller; {@code ExportAttempt -> ExportAttempt}. */
    public static Processor audit(ExportDesk desk) {
        return exchange -> desk.audit(attempt(exchange));
    }

    /** Whether the rights gate stops it. */
    public static Predicate isRefused(ExportDesk desk) {
        return exchange -> desk.isRefused(attempt(exchange));
    }

    /** What happens behind the rights gate: the caller is told why. */
    public static Processor refuse() {
        return exchange -> {
            throw attempt(exchange).refusal().orElseThrow();
        };
    }

    /** {@code ExportAttempt -> ExportFile}. */
    public static Processor render(ExportDesk desk) {
        return exchange -> exchange.getMessage().setBody(desk.render(attempt(exchange)));
    }

    private static ExportAttempt attempt(Exchange exchange) {
        return exchange.getMessage().getBody(ExportAttempt.class);
    }
}
