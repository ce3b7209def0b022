package io.dawsos.http;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Which headers cross between HTTP and messages. Of a request only those that a route reads: no client can pass for Camel by a header of its
 * name, and what nobody reads is not copied through every step. Query parameters come as one text; path parameters always come. Of an answer all
 * but Camel's own; the server itself writes the type.
 */
public final class HeaderRules implements HeaderFilterStrategy {

    private static final SortedSet<String> READ = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        READ.addAll(List.of("traceparent", "tracestate", "baggage", "User-Agent"));
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !READ.contains(name);
    }

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return name.startsWith("Camel") || name.equals(Exchange.CONTENT_TYPE);
    }
}
