package io.dawsos.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import io.dawsos.pattern.InputSpec;
import io.dawsos.pattern.Pattern;
import io.dawsos.pattern.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks what a caller sent against what a pattern takes, and fills in the defaults. */
final class InputBinder {

    /** The input that names the portfolio; it defaults to the request's, else to the caller's only one. */
    static final String PORTFOLIO = "portfolio_id";

    private InputBinder() {}

    /** Inputs in the order of the pattern, absent ones null; throws {@link Failure} naming every violation. */
    static Map<String, @Nullable Object> bind(Pattern pattern, Map<String, JsonNode> sent) {
        List<Violation> violations = new ArrayList<>(0);
        for (String name : sent.keySet()) {
            if (!pattern.inputs().containsKey(name)) {
                violations.add(new Violation(
                        "/inputs/" + Words.pointer(name),
                        Words.quoted(name) + " is not an input of " + pattern.id()
                                + Words.nearest(name, pattern.inputs().keySet())));
            }
        }
        Map<String, @Nullable Object> bound = new LinkedHashMap<>();
        pattern.inputs().forEach((name, spec) -> bound.put(name, value(name, spec, sent.get(name), violations)));
        if (!violations.isEmpty()) {
            throw Failure.invalid(violations);
        }
        return bound;
    }

    private static @Nullable Object value(
            String name, InputSpec spec, @Nullable JsonNode sent, List<Violation> violations) {
        if (sent == null || sent.isNull()) {
            if (spec.required() && spec.defaultValue().isEmpty() && !name.equals(PORTFOLIO)) {
                violations.add(new Violation(
                        "/inputs/" + name,
                        "'" + name + "' is missing; it must be " + spec.type().words()));
            }
            return spec.defaultValue().map(InputBinder::plain).orElse(null);
        }
        spec.problemWith(sent)
                .ifPresent(problem -> violations.add(new Violation("/inputs/" + name, "'" + name + "' " + problem)));
        return plain(sent);
    }

    /** Scalars as Java values, so that templates interpolate them as a reader expects; structures as they are. */
    private static @Nullable Object plain(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNumber() ? node.numberValue() : node;
    }
}
