package io.dawsos.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One attempt at an export, whatever came of it.
 *
 * @param at when it was decided
 * @param userId who asked
 * @param subject what was asked for
 * @param outcome what came of it
 * @param decision how the registry decided over the whole result; empty when it was not asked because there was no result
 * @param reason why it was refused or what was left out
 * @param excluded outputs that were left out
 * @param requestId of the attempt itself
 * @param traceId of the attempt itself
 * @param address of the caller, as the server saw it
 * @param userAgent as the caller says
 */
public record AuditEntry(
        Instant at,
        UUID userId,
        Subject subject,
        Outcome outcome,
        Optional<RightsDecision> decision,
        Optional<String> reason,
        List<String> excluded,
        UUID requestId,
        String traceId,
        String address,
        String userAgent) {

    /** What came of an attempt. */
    public enum Outcome {
        ALLOWED,
        /** What was blocked was left out. */
        REDACTED,
        /** Nothing left the house. */
        REFUSED,
        /** It would have been refused, and is not enforced here. */
        SHADOW
    }

    /**
     * What was asked for.
     *
     * @param executionId the stored result
     * @param pack empty, like all that follows, where there is no such result
     */
    public record Subject(
            UUID executionId,
            String format,
            boolean redact,
            Optional<String> patternId,
            Optional<UUID> portfolioId,
            Optional<String> pack,
            Optional<String> ledgerCommit) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public AuditEntry {
        excluded = List.copyOf(excluded);
    }

    /** The text that is kept and hashed: one JSON object, its members in this order. */
    public String content() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("at", at.toString());
        members.put("user_id", userId.toString());
        members.put("outcome", word(outcome));
        members.put("execution_id", subject.executionId().toString());
        members.put("format", subject.format());
        members.put("redact", subject.redact());
        put(members, "pattern_id", subject.patternId());
        put(members, "portfolio_id", subject.portfolioId().map(UUID::toString));
        put(members, "pricing_pack_id", subject.pack());
        put(members, "ledger_commit_hash", subject.ledgerCommit());
        decision.ifPresent(made -> addDecision(members, made));
        put(members, "reason", reason);
        members.put("excluded", excluded);
        members.put("request_id", requestId.toString());
        members.put("trace_id", traceId);
        members.put("address", address);
        members.put("user_agent", userAgent);
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The audit entry cannot be written", e);
        }
    }

    private static void addDecision(Map<String, Object> members, RightsDecision decision) {
        members.put("profile", decision.profile().name());
        members.put("providers", decision.providers());
        members.put(
                "blocked", decision.blocked().stream().map(AuditEntry::words).toList());
        members.put("attributions", decision.attributions());
        members.put("registry_version", decision.registryVersion());
        members.put("registry_hash", decision.registryHash());
    }

    private static String words(Blocked blocked) {
        String series = blocked.series()
                .filter(name -> !name.isEmpty())
                .map(name -> ":" + name)
                .orElse("");
        return word(blocked.cause()) + (blocked.provider().isEmpty() ? "" : " " + blocked.provider() + series);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static void put(Map<String, Object> members, String name, Optional<String> value) {
        value.ifPresent(text -> members.put(name, text));
    }
}
