package io.dawsos.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dawsos.capability.AnswerJson;
import io.dawsos.capability.CapabilityCatalogue;
import io.dawsos.capability.CapabilityRegistry;
import io.dawsos.execution.ExecutionStore;
import io.dawsos.execution.StoredExecution;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.pattern.Pattern;
import io.dawsos.pattern.PatternCatalog;
import io.dawsos.pattern.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** What can be executed, by whom it is answered, and what was executed. */
public final class CatalogMessages {

    private CatalogMessages() {}

    /** {@code GET /patterns}. */
    public static Processor patterns(PatternCatalog catalog) {
        return exchange -> json(
                exchange, catalog.all().stream().map(CatalogMessages::summary).toList());
    }

    private static Map<String, Object> summary(Pattern pattern) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", pattern.id().value());
        view.put("name", pattern.name());
        view.put("description", pattern.description());
        view.put("category", pattern.category());
        view.put("version", pattern.version());
        return view;
    }

    /** {@code GET /v1/patterns/{id}}: the definition with its version. */
    public static Processor pattern(PatternCatalog catalog) {
        return exchange -> {
            Pattern pattern = catalog.require(HttpExchanges.lastSegment(exchange));
            JsonNode definition = pattern.definition();
            Map<String, Object> view = new LinkedHashMap<>();
            ((ObjectNode) definition).properties().forEach(member -> view.put(member.getKey(), member.getValue()));
            view.put("content_hash", pattern.version());
            json(exchange, view);
        };
    }

    /** {@code GET /v1/capabilities}; {@code states} gives the breaker state of an agent. */
    public static Processor capabilities(CapabilityCatalogue catalogue, Function<String, String> states) {
        List<Map<String, Object>> entries = catalogue.entries();
        return exchange -> {
            List<Map<String, Object>> current = new ArrayList<>();
            for (Map<String, Object> entry : entries) {
                Map<String, Object> view = new LinkedHashMap<>(entry);
                view.put("breaker", states.apply((String) entry.get("agent")));
                current.add(view);
            }
            json(exchange, current);
        };
    }

    /** {@code GET /v1/agents}. */
    public static Processor agents(CapabilityRegistry registry, Function<String, String> states) {
        return exchange -> {
            List<Map<String, Object>> agents = new ArrayList<>();
            for (String agent : registry.agents()) {
                Map<String, Object> view = new LinkedHashMap<>();
                view.put("name", agent);
                view.put("breaker", states.apply(agent));
                view.put(
                        "capabilities",
                        registry.all().stream()
                                .filter(method -> method.agent().equals(agent))
                                .map(method -> method.name())
                                .toList());
                agents.add(view);
            }
            json(exchange, agents);
        };
    }

    /** Puts the caller's id where {@code sql/act-as.sql} reads it. */
    public static Processor identify(Callers callers) {
        return exchange ->
                exchange.setProperty("userId", callers.userOf(exchange).toString());
    }

    /** The rows of a query, as they are. */
    public static void rows(Exchange exchange) {
        json(exchange, exchange.getMessage().getBody(List.class));
    }

    /** {@code GET /v1/executions/{request_id}}: the stored answer, byte for byte. */
    public static Processor execution(ExecutionStore store, Callers callers) {
        return exchange -> {
            String id = HttpExchanges.lastSegment(exchange);
            StoredExecution stored =
                    store.find(callers.userOf(exchange), uuid(id)).orElseThrow(() -> unknown(id));
            HttpExchanges.answer(
                    exchange, 200, HttpExchanges.JSON, stored.response().getBytes(StandardCharsets.UTF_8));
            exchange.getMessage().setHeader("X-Pack-ID", stored.pack().toString());
        };
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unknown(id);
        }
    }

    private static Failure unknown(String id) {
        return new Failure(
                FailureReason.EXECUTION_NOT_FOUND,
                "No stored execution " + Words.quoted(id) + "; only results that were computed from data are kept");
    }

    /** Writes any value as canonical JSON. */
    public static void json(Exchange exchange, Object value) {
        HttpExchanges.answer(exchange, 200, HttpExchanges.JSON, AnswerJson.bytes(value));
    }
}
