package io.dawsos.route;

import io.dawsos.export.BookAttempt;
import io.dawsos.export.BookDesk;
import io.dawsos.export.BookRequest;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;

/** The stations of {@code routes/report-book.camel.yaml} before the reports are put together. */
public final class BookProcessors {

    private BookProcessors() {}

    /** {@code BookRequest -> BookAttempt}. */
    public static Processor decide(BookDesk desk) {
        return exchange ->
                exchange.getMessage().setBody(desk.decide(exchange.getMessage().getBody(BookRequest.class)));
    }

    /** A row for each report before anything is known to the caller; {@code BookAttempt -> BookAttempt}. */
    public static Processor audit(BookDesk desk) {
        return exchange -> desk.audit(attempt(exchange));
    }

    /** Whether the rights gate stops it. */
    public static Predicate isRefused(BookDesk desk) {
        return exchange -> desk.isRefused(attempt(exchange));
    }

    /** What happens behind the rights gate: the caller is told why. */
    public static Processor refuse() {
        return exchange -> {
            throw attempt(exchange).refusal().orElseThrow();
        };
    }

    /** {@code BookAttempt -> BookParts}. */
    public static Processor render(BookDesk desk) {
        return exchange -> exchange.getMessage().setBody(desk.render(attempt(exchange)));
    }

    private static BookAttempt attempt(Exchange exchange) {
        return exchange.getMessage().getBody(BookAttempt.class);
    }
}
