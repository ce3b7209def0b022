package io.dawsos.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.execution.JsonMembers;
import io.dawsos.failure.Failure;
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

    /** A field and what it shall be; empty takes the override back. */
    private record Wish(SymbolField field, Optional<String> value) {}

    private final JsonMembers members;

    private OverrideReader(JsonMembers members) {
        this.members = members;
    }

    /** Throws {@link Failure} INVALID_JSON or VALIDATION_FAILED. */
    static List<SymbolOverride> read(byte[] body, String symbol, UUID user, Instant now) {
        JsonMembers members = JsonMembers.of(body, EXAMPLE, List.of("reason"), List.of("overrides"));
        Optional<String> reason = members.text("reason", LONGEST_REASON);
        List<Wish> wishes = new OverrideReader(members).wishes();
        members.throwIfAny();
        return wishes.stream()
                .map(wish -> new SymbolOverride(symbol, wish.field(), wish.value(), reason.orElseThrow(), user, now))
                .toList();
    }

    private List<Wish> wishes() {
        Optional<JsonNode> given =
                members.node("overrides").filter(JsonNode::isObject).filter(node -> !node.isEmpty());
        if (given.isEmpty()) {
            members.violation("overrides", "overrides must be an object with at least one of " + FIELDS);
            return List.of();
        }
        List<Wish> wishes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : given.get().properties()) {
            Optional<SymbolField> field = SymbolField.of(entry.getKey());
            if (field.isEmpty()) {
                members.violation(
                        "overrides/" + Words.pointer(entry.getKey()),
                        Words.quoted(entry.getKey()) + " cannot be overridden; fields are " + FIELDS
                                + Words.nearest(entry.getKey(), FIELDS));
            }
            field.flatMap(known -> wish(known, entry.getValue())).ifPresent(wishes::add);
        }
        return wishes;
    }

    private Optional<Wish> wish(SymbolField field, JsonNode node) {
        if (node.isNull()) {
            return Optional.of(new Wish(field, Optional.empty()));
        }
        if (node.isTextual() && field.accepts(node.textValue())) {
            return Optional.of(new Wish(field, Optional.of(node.textValue())));
        }
        members.violation(
                "overrides/" + field.key(),
                field.key() + " must be " + field.expected() + ", or null to take the override back");
        return Optional.empty();
    }
}
