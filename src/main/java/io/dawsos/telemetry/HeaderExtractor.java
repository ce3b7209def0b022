package io.dawsos.telemetry;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.camel.telemetry.SpanContextPropagationExtractor;
import org.jspecify.annotations.Nullable;

/** The context of a trace, read from a message's headers as they stand; Camel's own copies them all for each request. */
final class HeaderExtractor implements SpanContextPropagationExtractor {

    private final Map<String, Object> headers;

    HeaderExtractor(Map<String, Object> headers) {
        this.headers = headers;
    }

    @Override
    public Iterator<Map.Entry<String, Object>> iterator() {
        return headers.entrySet().iterator();
    }

    /** Empty for what is no text: no propagator reads numbers. */
    @Override
    public @Nullable Object get(String key) {
        return headers.get(key) instanceof String text ? text : null;
    }

    @Override
    public Set<String> keys() {
        return headers.keySet();
    }
}
