package io.dawsos.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.rights.AuditReport;
import io.dawsos.rights.AuditRow;
import io.dawsos.rights.Checkpoint;
import io.dawsos.rights.ExportAudit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.camel.Processor;

/** The audit of exports: each user's own attempts, and whether the whole of it is sound. */
public final class ExportAuditMessages {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ExportAuditMessages() {}

    /** {@code GET /v1/exports}: the caller's own attempts, the newest first. */
    public static Processor list(ExportAudit audit, Callers callers) {
        return exchange -> {
            QueryParameters query = QueryParameters.of(exchange, List.of("limit", "before"));
            int limit = query.number("limit", PAGE, LARGEST_PAGE);
            Optional<Long> before = query.optional("before", "the 'seq' of an attempt", Long::valueOf);
            query.throwIfAny();
            List<AuditRow> rows = audit.of(
                    callers.userOf(exchange), before.map(OptionalLong::of).orElseGet(OptionalLong::empty), limit);
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("exports", rows.stream().map(ExportAuditMessages::view).toList());
            view.put(
                    "next",
                    rows.size() == limit ? Optional.of(rows.get(limit - 1).seq()) : Optional.empty());
            CatalogMessages.json(exchange, view);
        };
    }

    private static JsonNode view(AuditRow row) {
        try {
            ObjectNode view = JSON.createObjectNode().put("seq", row.seq()).put("hash", row.hash());
            view.setAll((ObjectNode) JSON.readTree(row.content()));
            return view;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Row " + row.seq() + " of the audit of exports is no JSON", e);
        }
    }

    /** {@code GET /v1/exports/audit}: reads the whole chain; for operators. */
    public static Processor verify(ExportAudit audit, Callers callers, Predicate<UUID> operators) {
        return exchange -> {
            if (!operators.test(callers.userOf(exchange))) {
                throw new Failure(
                        FailureReason.FORBIDDEN,
                        "Only operators check the audit of exports; the setting OPERATORS names them");
            }
            CatalogMessages.json(exchange, view(audit.verify()));
        };
    }

    private static Map<String, Object> view(AuditReport report) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("sound", report.sound());
        view.put("rows", report.rows());
        view.put("last_hash", report.lastHash());
        view.put("checkpoint", report.checkpoint().map(ExportAuditMessages::view));
        view.put("faults", report.faults());
        return view;
    }

    private static Map<String, Object> view(Checkpoint checkpoint) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("seq", checkpoint.seq());
        view.put("hash", checkpoint.hash());
        view.put("signed_at", checkpoint.signedAt());
        view.put("signature", checkpoint.signature());
        return view;
    }
}
