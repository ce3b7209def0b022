package io.dawsos.http;

import io.dawsos.execution.RequestReader;
import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import io.dawsos.pattern.Words;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;

/** The parameters behind the question mark, as the server read them: no client header can stand in for one. */
final class Query {

    private final Map<String, String> values;

    private Query(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** Throws {@link Failure} VALIDATION_FAILED naming every parameter that is unknown, stands twice or cannot be decoded. */
    static Query of(Exchange exchange, List<String> allowed) {
        String text = exchange.getMessage().getHeader(Exchange.HTTP_QUERY, String.class);
        Map<String, String> values = new LinkedHashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (String pair : text == null || text.isEmpty() ? new String[0] : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!allowed.contains(name)) {
                violations.add(new Violation(
                        "/" + Words.pointer(name),
                        Words.quoted(name) + " is not a parameter here; parameters are " + allowed));
            } else if (values.putIfAbsent(name, value) != null) {
                violations.add(new Violation("/" + name, name + " stands twice"));
            }
        }
        if (!violations.isEmpty()) {
            throw Failure.invalid(violations);
        }
        return new Query(values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Failure.invalid(
                    List.of(new Violation("", Words.quoted(text) + " has a percent sign that encodes nothing")));
        }
    }

    /** Empty when it is left out; throws {@link Failure} VALIDATION_FAILED when it is none. */
    Optional<UUID> uuid(String name) {
        return Optional.ofNullable(values.get(name))
                .map(text -> RequestReader.uuid(text)
                        .orElseThrow(
                                () -> Failure.invalid(List.of(new Violation("/" + name, name + " must be a UUID")))));
    }
}
