package io.dawsos.http;

import io.dawsos.execution.RequestReader;
import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import io.dawsos.pattern.Words;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.apache.camel.Exchange;

/**
 * The parameters of a query, read from the query itself: among the headers of an exchange a client's own header of the same name would stand in for
 * one. Faults are gathered and told all at once, each with {@code /<name>} as its pointer.
 */
final class QueryParameters {

    private static final String A_DAY = "a day in the form YYYY-MM-DD";

    private final SortedMap<String, String> values = new TreeMap<>();
    private final List<Violation> violations = new ArrayList<>();

    private QueryParameters() {}

    /** @param names those that the path knows; every other is a fault */
    static QueryParameters of(Exchange exchange, List<String> names) {
        QueryParameters parameters = new QueryParameters();
        String query = exchange.getMessage().getHeader(Exchange.HTTP_QUERY, String.class);
        for (String part : (query == null ? "" : query).split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = decode(equals < 0 ? part : part.substring(0, equals));
                parameters.add(name, decode(equals < 0 ? "" : part.substring(equals + 1)), names);
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a broken escape is text like any other that fits no parameter
        }
    }

    private void add(String name, String value, List<String> names) {
        if (!names.contains(name)) {
            fault(
                    Words.pointer(name),
                    "The parameter " + Words.quoted(name) + " is unknown; there are " + String.join(", ", names));
        } else if (values.putIfAbsent(name, value) != null) {
            fault(name, "'" + name + "' is given more than once");
        }
    }

    /** Adds what is wrong with a parameter. */
    void fault(String name, String message) {
        violations.add(new Violation("/" + name, message));
    }

    /** The parameter as the parser makes it; empty, with a fault, when it is missing or the parser refuses it. */
    <T> Optional<T> required(String name, String form, Function<String, T> parser) {
        if (values.getOrDefault(name, "").isEmpty()) {
            fault(name, "'" + name + "' is missing; give " + form);
            return Optional.empty();
        }
        return optional(name, form, parser);
    }

    /** The same for one that may be missing. */
    <T> Optional<T> optional(String name, String form, Function<String, T> parser) {
        Optional<String> given = Optional.ofNullable(values.get(name));
        String text = given.orElse("");
        try {
            return given.map(parser);
        } catch (DateTimeException | IllegalArgumentException e) {
            fault(name, "'" + name + "' is " + Words.quoted(text) + "; give " + form);
            return Optional.empty();
        }
    }

    /** A text as it was given; one without any character counts as missing. */
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    Optional<LocalDate> day(String name) {
        return optional(name, A_DAY, LocalDate::parse);
    }

    Optional<UUID> uuid(String name) {
        return optional(name, "a UUID", text -> RequestReader.uuid(text).orElseThrow(IllegalArgumentException::new));
    }

    /** A whole number from 1 to {@code most}; {@code otherwise} when it is missing. */
    int number(String name, int otherwise, int most) {
        return optional(name, "a whole number from 1 to " + most, text -> {
                    int number = Integer.parseInt(text);
                    if (number < 1 || number > most) {
                        throw new IllegalArgumentException(text);
                    }
                    return number;
                })
                .orElse(otherwise);
    }

    /** Throws VALIDATION_FAILED with every fault, if there is any. */
    void throwIfAny() {
        if (!violations.isEmpty()) {
            throw Failure.invalid(violations);
        }
    }
}
