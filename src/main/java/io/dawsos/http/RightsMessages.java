package io.dawsos.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dawsos.capability.AnswerJson;
import io.dawsos.execution.JsonBody;
import io.dawsos.export.ExportFormat;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.failure.Violation;
import io.dawsos.pattern.Words;
import io.dawsos.rights.DataUse;
import io.dawsos.rights.InvalidRegistry;
import io.dawsos.rights.RightsBook;
import io.dawsos.rights.RightsQuestion;
import io.dawsos.rights.RightsRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/** The rights registry: what it says, what it would say, and that it is read again. */
public final class RightsMessages {

    private static final int MOST_PROVIDERS = 100;
    private static final List<String> MEMBERS = List.of("providers", "format");

    private final RightsBook book;
    private final String profile;
    private final SortedSet<String> licences;

    /**
     * @param profile name of the profile that holds here
     * @param licences environment variables of licences that are set
     */
    public RightsMessages(RightsBook book, String profile, SortedSet<String> licences) {
        this.book = book;
        this.profile = profile;
        this.licences = licences;
    }

    /** {@code GET /v1/rights}. */
    public Processor show() {
        return exchange -> {
            RightsRegistry registry = book.current();
            CatalogMessages.json(exchange, RightsViews.registry(registry, profile, licences));
            exchange.getMessage().setHeader("X-Rights-Version", registry.version());
        };
    }

    /** {@code POST /v1/rights/check}: {@code {providers: ["FMP", "FRED:DGS10"], format}} with what would come of it; nothing is kept. */
    public Processor check() {
        return exchange -> {
            ObjectNode members =
                    JsonBody.object(HttpExchanges.body(exchange), "{\"providers\": [\"FMP\"], \"format\": \"pdf\"}");
            List<Violation> violations = new ArrayList<>();
            members.fieldNames().forEachRemaining(name -> {
                if (!MEMBERS.contains(name)) {
                    violations.add(new Violation(
                            "/" + Words.pointer(name),
                            Words.quoted(name) + " is not a member; members are " + MEMBERS));
                }
            });
            List<DataUse> uses = uses(members.get("providers"), violations);
            Optional<ExportFormat> format = format(members.get("format"), violations);
            if (!violations.isEmpty()) {
                throw Failure.invalid(violations);
            }
            RightsRegistry registry = book.current();
            RightsQuestion question = new RightsQuestion(format.orElseThrow().right(), profile, uses, licences);
            CatalogMessages.json(exchange, RightsViews.decision(registry.decide(question), format.orElseThrow()));
            exchange.getMessage().setHeader("X-Rights-Version", registry.version());
        };
    }

    /**
     * {@code POST /v1/rights/reload}: reads the file again. A broken one changes nothing and is told with its lines.
     *
     * @param operators who may: it changes what leaves the house
     * @param audit is told who did, and what came of it
     */
    public Processor reload(Callers callers, Predicate<UUID> operators, BiConsumer<UUID, String> audit) {
        return exchange -> {
            UUID caller = callers.userOf(exchange);
            if (!operators.test(caller)) {
                throw new Failure(
                        FailureReason.FORBIDDEN,
                        "Only operators have the rights registry read again; the setting OPERATORS names them");
            }
            RightsRegistry before = book.current();
            Map<String, Object> view = new LinkedHashMap<>();
            try {
                RightsRegistry now = book.reload();
                view.put("version", now.version());
                view.put("hash", now.hash());
                view.put("changed", !now.hash().equals(before.hash()));
                view.put("problems", List.of());
            } catch (InvalidRegistry e) {
                view.put("version", before.version());
                view.put("hash", before.hash());
                view.put("changed", false);
                view.put("problems", e.faults());
            }
            audit.accept(caller, new String(AnswerJson.bytes(view), StandardCharsets.UTF_8));
            CatalogMessages.json(exchange, view);
        };
    }

    private static List<DataUse> uses(@Nullable JsonNode node, List<Violation> violations) {
        List<DataUse> uses = new ArrayList<>();
        if (node == null || !node.isArray() || node.size() > MOST_PROVIDERS) {
            violations.add(new Violation(
                    "/providers", "providers must be an array of at most " + MOST_PROVIDERS + " ids of providers"));
            return uses;
        }
        for (int i = 0; i < node.size(); i++) {
            String text = node.get(i).asText();
            if (!node.get(i).isTextual() || text.isBlank()) {
                violations.add(new Violation(
                        "/providers/" + i,
                        "must be the id of a provider, for instance FMP, or of a series, FRED:DGS10"));
                continue;
            }
            int colon = text.indexOf(':');
            uses.add(colon < 0 ? DataUse.of(text) : DataUse.of(text.substring(0, colon), text.substring(colon + 1)));
        }
        return uses;
    }

    private static Optional<ExportFormat> format(@Nullable JsonNode node, List<Violation> violations) {
        Optional<ExportFormat> format =
                node != null && node.isTextual() ? ExportFormat.of(node.textValue()) : Optional.empty();
        if (format.isEmpty()) {
            violations.add(new Violation("/format", "format must be one of pdf, csv, xlsx, json"));
        }
        return format;
    }
}
