package io.dawsos.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.pricing.PackId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody asks for: the same record whether it came by HTTP, by queue or by schedule.
 *
 * @param userId on whose behalf
 * @param inputs as sent, by name; checked against the pattern when the execution opens
 * @param asOf day to answer for; the newest pack when empty
 * @param packId pack to compute it from; the newest for the day when empty
 * @param requireFresh false also takes a pack that is still warming
 */
public record ExecutionRequest(
        RequestIds ids,
        UUID userId,
        Origin origin,
        String patternId,
        Optional<UUID> portfolioId,
        Map<String, JsonNode> inputs,
        Optional<LocalDate> asOf,
        Optional<PackId> packId,
        boolean requireFresh) {
    public ExecutionRequest {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }
}
