package io.dawsos.http;

import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import io.dawsos.pattern.Words;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * The parameters behind the question mark. They are read from the query itself: among the headers of a message, a header of the client's
 * (Date) would stand in for a parameter (date). Faults are gathered until {@link #finish}.
 */
final class QueryParameters {

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    /** @param known names that may be given, each once */
    QueryParameters(Exchange exchange, List<String> known) {
        @Nullable String query = exchange.getMessage().getHeader(Exchange.HTTP_QUERY, String.class);
        if (query == null || query.isEmpty()) {
            return;
        }
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = decoded(equals < 0 ? part : part.substring(0, equals));
            String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
            if (!known.contains(name)) {
                fault(name, Words.quoted(name) + " is not a parameter here; parameters are " + known);
            } else if (values.put(name, value) != null) {
                fault(name, name + " is given more than once");
            }
        }
    }

    private String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private void fault(String name, String message) {
        violations.add(new Violation("/" + Words.pointer(name), message));
    }

    Optional<LocalDate> day(String name) {
        return parsed(name, "a day in the form YYYY-MM-DD", LocalDate::parse);
    }

    int number(String name, int fallback, int most) {
        return parsed(name, "a whole number from 1 to " + most, text -> {
                    int number = Integer.parseInt(text);
                    if (number < 1 || number > most) {
                        throw new IllegalArgumentException(text);
                    }
                    return number;
                })
                .orElse(fallback);
    }

    <T> Optional<T> parsed(String name, String expected, Function<String, T> parser) {
        String text = values.get(name);
        try {
            return Optional.ofNullable(text).map(parser);
        } catch (DateTimeException | IllegalArgumentException e) {
            fault(name, name + " must be " + expected);
            return Optional.empty();
        }
    }

    /** Throws {@link Failure} VALIDATION_FAILED with every fault, if there are any. */
    void finish() {
        if (!violations.isEmpty()) {
            throw Failure.invalid(violations);
        }
    }
}
