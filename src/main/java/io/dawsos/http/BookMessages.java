package io.dawsos.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.execution.JsonMembers;
import io.dawsos.execution.RequestReader;
import io.dawsos.export.BookRequest;
import io.dawsos.export.Client;
import io.dawsos.export.ExportFormat;
import io.dawsos.export.ExportRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Processor;

/** What a book is asked for with; its file goes out like every other. */
public final class BookMessages {

    private static final String IDS = "request_ids";
    private static final String TITLE = "title";
    private static final String REDACT = "redact";
    private static final int LONGEST_TITLE = 80;
    private static final String TITLE_OF_NONE = "Portfolio reports";
    private static final String EXAMPLE =
            "{\"request_ids\": [\"<request_id>\", \"<request_id>\"], \"title\": \"Fourth quarter\"}";

    private BookMessages() {}

    /** {@code POST /v1/exports/book}: to {@code BookRequest}. */
    public static Processor read(Callers callers) {
        return exchange -> {
            JsonMembers members =
                    JsonMembers.of(HttpExchanges.body(exchange), EXAMPLE, List.of(IDS), List.of(TITLE, REDACT));
            Set<UUID> ids = ids(members);
            String title = members.text(TITLE, LONGEST_TITLE).orElse(TITLE_OF_NONE);
            boolean redact = members.flag(REDACT).orElse(false);
            members.throwIfAny();
            Client client = ExportMessages.client(exchange, callers);
            HttpExchanges.dropHeaders(exchange);
            exchange.getMessage()
                    .setBody(new BookRequest(
                            title,
                            ids.stream()
                                    .map(id ->
                                            new ExportRequest(client, id, Optional.empty(), ExportFormat.PDF, redact))
                                    .toList()));
        };
    }

    private static Set<UUID> ids(JsonMembers members) {
        Set<UUID> ids = new LinkedHashSet<>();
        Optional<JsonNode> node = members.node(IDS);
        if (node.isEmpty()) {
            return ids;
        }
        JsonNode list = node.get();
        if (!list.isArray() || list.size() < BookRequest.FEWEST || list.size() > BookRequest.MOST) {
            members.violation(
                    IDS,
                    IDS + " must be an array of " + BookRequest.FEWEST + " to " + BookRequest.MOST
                            + " ids of stored executions");
            return ids;
        }
        for (int i = 0; i < list.size(); i++) {
            String text = list.get(i).isTextual() ? list.get(i).textValue() : "";
            Optional<UUID> id = RequestReader.uuid(text);
            if (id.isEmpty()) {
                members.violation(IDS + "/" + i, IDS + " must hold UUIDs");
            } else if (!ids.add(id.get())) {
                members.violation(IDS + "/" + i, "This id is given more than once");
            }
        }
        return ids;
    }
}
