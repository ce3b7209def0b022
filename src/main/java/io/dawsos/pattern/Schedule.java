package io.dawsos.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * When a pattern runs by itself.
 *
 * @param cron Quartz expression of six or seven fields, seconds first
 * @param zone time zone of the expression
 * @param inputs inputs of each run, by name
 * @param portfolioId the portfolio of each run, when the pattern is about one
 */
public record Schedule(String cron, ZoneId zone, JsonNode inputs, Optional<UUID> portfolioId) {

    public Schedule {
        if (!(inputs instanceof ObjectNode)) {
            throw new IllegalArgumentException("the inputs of a schedule are an object");
        }
    }

    /** A copy, so that nobody can change the pattern. */
    @Override
    public JsonNode inputs() {
        return inputs.deepCopy();
    }
}
