package io.dawsos.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.rights.AuditHead;
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

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ExportAuditMessages() {}

    /** {@code GET /v1/exports}: the caller's own attempts, the newest first. */
    public static Processor list(ExportAudit audit, Callers callers) {
        return exchange -> {
            QueryParameters query = QueryParameters.of(exchange, List.of("limit", "cursor"));
            int limit = query.number("limit", PageCursor.DEFAULT_LIMIT, PageCursor.MOST);
            Optional<Long> before = query.optional("cursor", "the next_cursor of an earlier page", Long::valueOf);
            query.throwIfAny();
            List<AuditRow> found = audit.of(
                    callers.userOf(exchange), before.map(OptionalLong::of).orElseGet(OptionalLong::empty), limit + 1);
            CatalogMessages.json(exchange, page(found, limit));
        };
    }

    /** @param found one more than the page holds, when there is one more */
    private static Map<String, Object> page(List<AuditRow> found, int limit) {
        boolean more = found.size() > limit;
        List<AuditRow> rows = more ? found.subList(0, limit) : found;
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("exports", rows.stream().map(ExportAuditMessages::view).toList());
        view.put(
                "next_cursor",
                more ? Optional.of(Long.toString(rows.get(limit - 1).seq())) : Optional.empty());
        return view;
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

    /** {@code GET /v1/exports/audit?known}: reads the whole chain; for operators. */
    public static Processor verify(ExportAudit audit, Callers callers, Predicate<UUID> operators) {
        return exchange -> {
            if (!operators.test(callers.userOf(exchange))) {
                throw new Failure(
                        FailureReason.FORBIDDEN,
                        "Only operators check the audit of exports; the setting OPERATORS names them");
            }
            QueryParameters query = QueryParameters.of(exchange, List.of("known"));
            Optional<AuditHead> known =
                    query.optional("known", "a row that was there as <seq>:<hash>", AuditHead::parse);
            query.throwIfAny();
            CatalogMessages.json(exchange, view(audit.verify(known.stream().toList())));
        };
    }

    private static Map<String, Object> view(AuditReport report) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("sound", report.sound());
        view.put("rows", report.rows());
        view.put("last_hash", report.lastHash());
        view.put("checkpoint", report.checkpoint().map(ExportAuditMessages::view));
        view.put("kept", report.kept().map(AuditHead::toString));
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
