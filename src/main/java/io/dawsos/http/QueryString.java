package io.dawsos.http;

import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import io.dawsos.pattern.Words;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Exchange;

/** The parameters of a GET, by type; what is wrong is collected and told at once, each with {@code /<name>} as its pointer. */
final class QueryString {

    private final Map<String, String> parameters = new TreeMap<>();
    private final List<Violation> violations = new ArrayList<>();

    private QueryString() {}

    /** The query as it was sent: headers of the same names do not count. */
    static QueryString of(Exchange exchange, List<String> known) {
        QueryString query = new QueryString();
        String text = exchange.getMessage().getHeader(Exchange.HTTP_RAW_QUERY, String.class);
        if (text == null) {
            text = exchange.getMessage().getHeader(Exchange.HTTP_QUERY, String.class);
        }
        for (String pair : text == null || text.isEmpty() ? new String[0] : text.split("&")) {
            query.add(pair, known);
        }
        return query;
    }

    private void add(String pair, List<String> known) {
        int sign = pair.indexOf('=');
        try {
            String name = URLDecoder.decode(sign < 0 ? pair : pair.substring(0, sign), StandardCharsets.UTF_8);
            String value = sign < 0 ? "" : URLDecoder.decode(pair.substring(sign + 1), StandardCharsets.UTF_8);
            if (!known.contains(name)) {
                violation(Words.pointer(name), Words.quoted(name) + " is not a parameter; parameters are " + known);
            } else if (parameters.putIfAbsent(name, value) != null) {
                violation(name, name + " is given twice");
            }
        } catch (IllegalArgumentException e) {
            violation("", "the query is not URL-encoded");
        }
    }

    void violation(String name, String message) {
        violations.add(new Violation("/" + name, message));
    }

    void throwIfAny() {
        if (!violations.isEmpty()) {
            throw Failure.invalid(violations);
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    Optional<LocalDate> day(String name) {
        return text(name).flatMap(value -> {
            try {
                return Optional.of(LocalDate.parse(value));
            } catch (DateTimeParseException e) {
                violation(name, name + " must be a day in the form YYYY-MM-DD");
                return Optional.empty();
            }
        });
    }

    int number(String name, int fallback, int max) {
        return text(name)
                .map(value -> {
                    boolean digits = value.matches("\\d{1,6}");
                    int number = digits ? Integer.parseInt(value) : 0;
                    if (number < 1 || number > max) {
                        violation(name, name + " must be a whole number from 1 to " + max);
                    }
                    return number;
                })
                .orElse(fallback);
    }
}
