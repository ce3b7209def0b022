package io.dawsos.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dawsos.execution.JsonBody;
import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import io.dawsos.pattern.Words;
import io.dawsos.symbol.SymbolField;
import io.dawsos.symbol.SymbolOverride;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads {@code {"overrides": {field: value or null, ...}, "reason": "..."}} from untrusted bytes; names every violation at once. */
final class OverrideReader {

    private static final String EXAMPLE =
            "{\"overrides\": {\"isin\": \"US0378331005\"}, \"reason\": \"as the company states it\"}";
    private static final int LONGEST_REASON = 500;
    private static final List<String> FIELDS =
            Arrays.stream(SymbolField.values()).map(SymbolField::key).toList();

    private final List<Violation> violations = new ArrayList<>();

    private OverrideReader() {}

    /** Throws {@link Failure} INVALID_JSON or VALIDATION_FAILED. */
    static List<SymbolOverride> read(byte[] body, String symbol, UUID user, Instant now) {
        return new OverrideReader().overrides(JsonBody.object(body, EXAMPLE), symbol, user, now);
    }

    private List<SymbolOverride> overrides(ObjectNode members, String symbol, UUID user, Instant now) {
        members.fieldNames().forEachRemaining(name -> {
            if (!name.equals("overrides") && !name.equals("reason")) {
                violations.add(new Violation(
                        "/" + Words.pointer(name),
                        Words.quoted(name) + " is not a member; members are [overrides, reason]"));
            }
        });
        String reason = reason(members.path("reason"));
        List<SymbolOverride> overrides = new ArrayList<>();
        JsonNode given = members.path("overrides");
        if (!given.isObject() || given.isEmpty()) {
            violations.add(new Violation("/overrides", "overrides must be an object with at least one of " + FIELDS));
        }
        for (Map.Entry<String, JsonNode> entry : given.properties()) {
            SymbolField.of(entry.getKey())
                    .ifPresentOrElse(
                            field -> value(field, entry.getValue())
                                    .ifPresent(value -> overrides.add(new SymbolOverride(
                                            symbol, field, value, reason.isEmpty() ? "none" : reason, user, now))),
                            () -> violations.add(new Violation(
                                    "/overrides/" + Words.pointer(entry.getKey()),
                                    Words.quoted(entry.getKey()) + " cannot be overridden; fields are " + FIELDS
                                            + Words.nearest(entry.getKey(), FIELDS))));
        }
        if (!violations.isEmpty()) {
            throw Failure.invalid(violations);
        }
        return List.copyOf(overrides);
    }

    private String reason(JsonNode node) {
        String text = node.isTextual() ? node.textValue().strip() : "";
        if (text.isEmpty() || text.length() > LONGEST_REASON || text.chars().anyMatch(Character::isISOControl)) {
            violations.add(new Violation(
                    "/reason", "reason must say why, in one line of at most " + LONGEST_REASON + " characters"));
            return "";
        }
        return text;
    }

    /** Null takes the override back; empty, with a violation, when it is no value of this field. */
    private Optional<Optional<String>> value(SymbolField field, JsonNode node) {
        if (node.isNull()) {
            return Optional.of(Optional.empty());
        }
        if (node.isTextual() && field.accepts(node.textValue())) {
            return Optional.of(Optional.of(node.textValue()));
        }
        violations.add(new Violation(
                "/overrides/" + field.key(),
                field.key() + " must be " + field.expected() + ", or null to take the override back"));
        return Optional.empty();
    }
}
