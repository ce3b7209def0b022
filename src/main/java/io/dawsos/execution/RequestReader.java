package io.dawsos.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dawsos.failure.Failure;
import io.dawsos.pricing.PackId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads {@code {pattern_id, portfolio_id?, inputs?, asof?, pack_id?, require_fresh?}} from untrusted bytes. Names every violation at once.
 */
public final class RequestReader {

    private static final List<String> MEMBERS =
            List.of("pattern_id", "portfolio_id", "inputs", "asof", "pack_id", "require_fresh");

    private RequestReader() {}

    /** Throws {@link Failure} INVALID_JSON or VALIDATION_FAILED. */
    public static ExecutionRequest read(byte[] body, RequestIds ids, UUID userId, Origin origin) {
        JsonMembers members = JsonMembers.of(body, "{\"pattern_id\": \"hello\"}", List.of(), MEMBERS);
        ExecutionRequest request = new ExecutionRequest(
                ids,
                userId,
                origin,
                patternId(members),
                members.uuid("portfolio_id"),
                inputs(members),
                members.day("asof"),
                packId(members),
                members.flag("require_fresh").orElse(true));
        members.throwIfAny();
        return request;
    }

    private static String patternId(JsonMembers members) {
        Optional<String> id = members.node("pattern_id")
                .filter(node -> node.isTextual() && !node.textValue().isBlank())
                .map(JsonNode::textValue);
        if (id.isEmpty()) {
            members.violation(
                    "pattern_id", "pattern_id is missing; it must be the id of a pattern (GET /patterns lists them)");
        }
        return id.orElse("");
    }

    /** The UUID that {@code text} spells in its canonical form of 36 characters. */
    public static Optional<UUID> uuid(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, JsonNode> inputs(JsonMembers members) {
        Map<String, JsonNode> inputs = new LinkedHashMap<>();
        members.node("inputs").ifPresent(node -> {
            if (node instanceof ObjectNode object) {
                object.properties().forEach(member -> inputs.put(member.getKey(), member.getValue()));
            } else {
                members.violation("inputs", "inputs must be an object");
            }
        });
        return inputs;
    }

    private static Optional<PackId> packId(JsonMembers members) {
        return members.node("pack_id").flatMap(node -> {
            try {
                return Optional.of(PackId.parse(node.isTextual() ? node.textValue() : ""));
            } catch (IllegalArgumentException e) {
                return members.wrong("pack_id", "the id of a pricing pack in the form YYYYMMDD_vN");
            }
        });
    }
}
