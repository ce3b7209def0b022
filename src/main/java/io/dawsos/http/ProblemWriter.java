package io.dawsos.http;

import io.dawsos.execution.ProblemDocument;
import io.dawsos.execution.RequestIds;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one error exit of every HTTP route: whatever was thrown becomes a problem document, never a stack trace. */
public final class ProblemWriter implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);

    private final Function<Throwable, Optional<Failure>> known;

    /** @param known tells the failure behind what a library threw: the database that a route of camel-sql did not reach */
    public ProblemWriter(Function<Throwable, Optional<Failure>> known) {
        this.known = known;
    }

    @Override
    public void process(Exchange exchange) {
        Throwable thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        RequestIds ids = HttpExchanges.ids(exchange);
        String path = HttpExchanges.path(exchange);
        Failure failure = known.apply(thrown)
                .orElseGet(() -> Failure.of(
                        thrown,
                        () -> LOG.atError()
                                .addKeyValue("trace_id", ids.traceId())
                                .setCause(thrown)
                                .log("Request {} failed", path)));
        HttpExchanges.answer(
                exchange,
                failure.reason().status(),
                ProblemDocument.MEDIA_TYPE,
                ProblemDocument.bytes(failure, ids, path));
        copy(failure, "retry_after", exchange, "Retry-After");
        copy(failure, "pack_id", exchange, "X-Pack-ID");
        if (failure.reason() == FailureReason.UNAUTHENTICATED) {
            exchange.getMessage().setHeader("WWW-Authenticate", "Bearer");
        }
    }

    private static void copy(Failure failure, String extension, Exchange exchange, String header) {
        Object value = failure.extensions().get(extension);
        if (value != null) {
            exchange.getMessage().setHeader(header, value.toString());
        }
    }
}
