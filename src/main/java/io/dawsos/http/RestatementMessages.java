package io.dawsos.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.execution.JsonMembers;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PricingPacks;
import io.dawsos.pricing.RestatementPlan;
import io.dawsos.pricing.RestatementRequest;
import io.dawsos.pricing.Restatements;
import io.dawsos.pricing.RowChange;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.camel.Processor;

/** {@code POST /v1/packs/{id}/restatement}: what telling a day anew would change, and, when asked to, doing it. */
public final class RestatementMessages {

    private static final int LONGEST_REASON = 500;

    private record Wish(String reason, boolean dryRun, List<Long> accept) {
        private Wish {
            accept = List.copyOf(accept);
        }
    }

    private RestatementMessages() {}

    /**
     * Reads {@code {reason, dry_run?=true, accept?=[quarantine ids]}}.
     *
     * @param operators who may restate: it changes figures of every user
     */
    public static Processor restate(
            PricingPacks packs, Restatements restatements, Callers callers, Predicate<UUID> operators) {
        return exchange -> {
            UUID caller = callers.userOf(exchange);
            if (!operators.test(caller)) {
                throw new Failure(
                        FailureReason.FORBIDDEN, "Only operators restate packs; the setting OPERATORS names them");
            }
            PackId pack = PackMessages.find(packs, PackMessages.segmentBeforeLast(exchange))
                    .id();
            Wish wish = read(HttpExchanges.body(exchange));
            RestatementRequest request = new RestatementRequest(pack, wish.reason(), wish.accept(), caller);
            RestatementPlan plan = wish.dryRun() ? restatements.plan(request) : restatements.apply(request);
            CatalogMessages.json(exchange, view(plan));
        };
    }

    private static Wish read(byte[] body) {
        JsonMembers members =
                JsonMembers.of(body, "{\"reason\": \"late split\"}", List.of("reason"), List.of("dry_run", "accept"));
        Wish wish = new Wish(
                members.text("reason", LONGEST_REASON).orElse(""),
                members.flag("dry_run").orElse(true),
                accept(members));
        members.throwIfAny();
        return wish;
    }

    private static List<Long> accept(JsonMembers members) {
        List<Long> ids = new ArrayList<>();
        members.node("accept").ifPresent(node -> {
            node.forEach(id -> ids.add(id.longValue()));
            boolean numbers = node.isArray();
            for (JsonNode id : node) {
                numbers &= id.isIntegralNumber() && id.canConvertToLong();
            }
            if (!numbers) {
                members.violation("accept", "accept must be an array of ids of quarantined rows");
            }
        });
        return ids;
    }

    private static Map<String, Object> view(RestatementPlan plan) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("superseded", plan.superseded().toString());
        view.put("current", plan.current().toString());
        view.put("reason", plan.reason());
        view.put("applied", plan.applied());
        view.put("hash_before", plan.hashBefore());
        view.put("hash_after", plan.hashAfter());
        view.put(
                "changes",
                plan.changes().stream().map(RestatementMessages::change).toList());
        view.put(
                "portfolios",
                plan.portfolios().stream().map(RestatementMessages::portfolio).toList());
        view.put("dependents", plan.dependents());
        view.put("later_packs", plan.laterPacks());
        view.put(
                "quarantined",
                plan.quarantined().stream().map(PackMessages::row).toList());
        view.put("warnings", plan.warnings());
        return view;
    }

    private static Map<String, Object> change(RowChange change) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kind", change.kind());
        view.put("key", change.key());
        view.put("before", change.before());
        view.put("after", change.after());
        return view;
    }

    private static Map<String, Object> portfolio(RestatementPlan.PortfolioImpact impact) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("portfolio_id", impact.portfolioId());
        view.put("name", impact.name());
        view.put("currency", impact.currency());
        view.put("value_before", impact.valueBefore().setScale(2, RoundingMode.HALF_EVEN));
        view.put("value_after", impact.valueAfter().setScale(2, RoundingMode.HALF_EVEN));
        view.put("warnings", impact.warnings());
        return view;
    }
}
