package io.dawsos.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import io.dawsos.pattern.Words;
import io.dawsos.pricing.PackId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {pattern_id, portfolio_id?, inputs?, asof?, pack_id?, require_fresh?}} from untrusted bytes. Names every violation at once.
 */
public final class RequestReader {

    private static final List<String> MEMBERS =
            List.of("pattern_id", "portfolio_id", "inputs", "asof", "pack_id", "require_fresh");

    private RequestReader() {}

    /** Throws {@link Failure} INVALID_JSON or VALIDATION_FAILED. */
    public static ExecutionRequest read(byte[] body, RequestIds ids, UUID userId, Origin origin) {
        List<Violation> violations = new ArrayList<>();
        ObjectNode members = JsonBody.object(body, "{\"pattern_id\": \"hello\"}");
        members.fieldNames().forEachRemaining(name -> requireKnown(name, violations));
        ExecutionRequest request = new ExecutionRequest(
                ids,
                userId,
                origin,
                patternId(members.get("pattern_id"), violations),
                portfolioId(members.get("portfolio_id"), violations),
                inputs(members.get("inputs"), violations),
                asOf(members.get("asof"), violations),
                packId(members.get("pack_id"), violations),
                requireFresh(members.get("require_fresh"), violations));
        if (!violations.isEmpty()) {
            throw Failure.invalid(violations);
        }
        return request;
    }

    private static void requireKnown(String name, List<Violation> violations) {
        if (!MEMBERS.contains(name)) {
            violations.add(new Violation(
                    "/" + Words.pointer(name),
                    Words.quoted(name) + " is not a member of a request; members are " + MEMBERS));
        }
    }

    private static String patternId(@Nullable JsonNode node, List<Violation> violations) {
        if (node == null || !node.isTextual() || node.textValue().isBlank()) {
            violations.add(new Violation(
                    "/pattern_id", "pattern_id is missing; it must be the id of a pattern (GET /patterns lists them)"));
            return "";
        }
        return node.textValue();
    }

    private static Optional<UUID> portfolioId(@Nullable JsonNode node, List<Violation> violations) {
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        Optional<UUID> id = node.isTextual() ? uuid(node.textValue()) : Optional.empty();
        if (id.isEmpty()) {
            violations.add(new Violation("/portfolio_id", "portfolio_id must be a UUID"));
        }
        return id;
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

    private static Map<String, JsonNode> inputs(@Nullable JsonNode node, List<Violation> violations) {
        Map<String, JsonNode> inputs = new LinkedHashMap<>();
        if (node instanceof ObjectNode members) {
            members.properties().forEach(member -> inputs.put(member.getKey(), member.getValue()));
        } else if (node != null && !node.isNull()) {
            violations.add(new Violation("/inputs", "inputs must be an object"));
        }
        return inputs;
    }

    private static Optional<LocalDate> asOf(@Nullable JsonNode node, List<Violation> violations) {
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        try {
            if (node.isTextual()) {
                return Optional.of(LocalDate.parse(node.textValue()));
            }
        } catch (DateTimeParseException e) {
            // falls through to the violation below: what was sent is no day
        }
        violations.add(new Violation("/asof", "asof must be a day in the form YYYY-MM-DD"));
        return Optional.empty();
    }

    private static Optional<PackId> packId(@Nullable JsonNode node, List<Violation> violations) {
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        try {
            if (node.isTextual()) {
                return Optional.of(PackId.parse(node.textValue()));
            }
        } catch (IllegalArgumentException e) {
            // falls through to the violation below: what was sent is no pack id
        }
        violations.add(new Violation("/pack_id", "pack_id must be the id of a pricing pack in the form YYYYMMDD_vN"));
        return Optional.empty();
    }

    private static boolean requireFresh(@Nullable JsonNode node, List<Violation> violations) {
        if (node != null && !node.isNull() && !node.isBoolean()) {
            violations.add(new Violation("/require_fresh", "require_fresh must be true or false"));
        }
        return node == null || node.isNull() || node.booleanValue();
    }
}
