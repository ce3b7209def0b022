package io.dawsos.http;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.pattern.Words;
import io.dawsos.pricing.PackArchive;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackStatus;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import io.dawsos.pricing.QuarantinedRow;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Pricing packs: which there are, what is in them in numbers, and what is not. Their prices are not handed out. */
public final class PackMessages {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final int OLDEST_DAYS = 7;

    private PackMessages() {}

    /** {@code GET /v1/packs}: a page, the newest first; with {@code date} the chain of that day, the first one first. */
    public static Processor list(PackArchive archive) {
        return exchange -> {
            QueryParameters query = QueryParameters.of(exchange, List.of("date", "limit", "before"));
            Optional<LocalDate> day = query.day("date");
            int limit = query.number("limit", PAGE, LARGEST_PAGE);
            Optional<PackId> before = query.optional("before", "a pack id in the form YYYYMMDD_vN", PackId::parse);
            query.throwIfAny();
            List<PricingPack> packs = day.isPresent() ? archive.chain(day.get()) : archive.page(before, limit);
            boolean more = day.isEmpty() && packs.size() == limit;
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("packs", packs.stream().map(PackMessages::summary).toList());
            view.put("next", more ? Optional.of(packs.get(packs.size() - 1).id().toString()) : Optional.empty());
            CatalogMessages.json(exchange, view);
        };
    }

    /** {@code GET /v1/packs/{id}}: state, content in numbers, what was missing, and its chain. */
    public static Processor show(PricingPacks packs, PackArchive archive) {
        return exchange -> {
            String id = HttpExchanges.lastSegment(exchange);
            PricingPack pack = find(packs, id);
            PackArchive.Contents contents = archive.contents(pack.id()).orElseThrow(() -> unknown(id));
            Map<String, Object> view = summary(pack);
            view.put("prices", contents.prices());
            view.put("rates", contents.rates());
            view.put("carried", contents.carried());
            view.put("missing", contents.missing());
            view.put("quarantined", contents.quarantined());
            view.put("created_at", contents.createdAt());
            view.put(
                    "chain",
                    archive.chain(pack.date()).stream()
                            .map(link -> link.id().toString())
                            .toList());
            CatalogMessages.json(exchange, view);
        };
    }

    /** {@code GET /v1/packs/{id}/quarantine}: rows that were published for it and are not used. */
    public static Processor quarantine(PricingPacks packs, PackArchive archive) {
        return exchange -> {
            PricingPack pack = find(packs, segmentBeforeLast(exchange));
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("pack_id", pack.id().toString());
            view.put(
                    "rows",
                    archive.quarantine(pack.id()).stream()
                            .map(PackMessages::quarantined)
                            .toList());
            CatalogMessages.json(exchange, view);
        };
    }

    /** {@code GET /v1/pricing/latest}: the newest pack that is not superseded, with {@code date} the one that is answered from for that day. */
    public static Processor latest(PricingPacks packs) {
        return exchange -> {
            QueryParameters query = QueryParameters.of(exchange, List.of("date"));
            Optional<LocalDate> day = query.day("date");
            query.throwIfAny();
            PricingPack pack = day.map(packs::newestAtOrBefore)
                    .orElseGet(packs::newest)
                    .filter(found -> day.isEmpty() || ChronoUnit.DAYS.between(found.date(), day.get()) <= OLDEST_DAYS)
                    .orElseThrow(() -> new Failure(
                            FailureReason.PACK_NOT_FOUND,
                            day.map(date -> "No pricing pack found for " + date + " or the " + OLDEST_DAYS
                                            + " days before it")
                                    .orElse("There is no pricing pack yet; the nightly build has not run")));
            CatalogMessages.json(exchange, summary(pack));
        };
    }

    static PricingPack find(PricingPacks packs, String id) {
        return parsed(id).flatMap(packs::find).orElseThrow(() -> unknown(id));
    }

    private static Optional<PackId> parsed(String id) {
        try {
            return Optional.of(PackId.parse(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Failure unknown(String id) {
        return new Failure(FailureReason.PACK_NOT_FOUND, "There is no pricing pack " + Words.quoted(id));
    }

    /** The id in a path like {@code /v1/packs/{id}/quarantine}. */
    static String segmentBeforeLast(Exchange exchange) {
        String path = HttpExchanges.path(exchange);
        String parent = path.substring(0, path.lastIndexOf('/'));
        return parent.substring(parent.lastIndexOf('/') + 1);
    }

    private static Map<String, Object> summary(PricingPack pack) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", pack.id().toString());
        view.put("date", pack.date());
        view.put("policy", pack.policy());
        view.put("hash", pack.hash());
        view.put("providers", pack.providers());
        view.put("status", pack.status().name().toLowerCase(Locale.ROOT));
        view.put(
                "is_fresh",
                pack.status() == PackStatus.FRESH && pack.supersededBy().isEmpty());
        view.put("superseded_by", pack.supersededBy().map(PackId::toString));
        view.put("restatement_reason", pack.restatement());
        view.put("updated_at", pack.updatedAt());
        view.put("error_message", pack.error());
        return view;
    }

    private static Map<String, Object> quarantined(PackArchive.Quarantined entry) {
        Map<String, Object> view = row(entry.row());
        view.put("id", entry.id());
        view.put("accepted_for", entry.acceptedFor().map(PackId::toString));
        return view;
    }

    static Map<String, Object> row(QuarantinedRow quarantined) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kind", quarantined.row().kind().word());
        view.put("row", quarantined.row().words());
        view.put("value", quarantined.row().value());
        view.put("date", quarantined.row().date());
        view.put("provider", quarantined.row().provider());
        view.put("file", quarantined.row().source().file());
        view.put("line", quarantined.row().source().line());
        view.put("reason", quarantined.reason().word());
        view.put("acceptable", quarantined.reason().acceptable());
        view.put("detail", quarantined.detail());
        return view;
    }
}
