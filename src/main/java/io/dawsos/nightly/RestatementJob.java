package io.dawsos.nightly;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.failure.Violation;
import io.dawsos.pricing.AfterRestatement;
import io.dawsos.pricing.MarketRow;
import io.dawsos.pricing.PackArchive;
import io.dawsos.pricing.PackAssembler;
import io.dawsos.pricing.PackDraft;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackStore;
import io.dawsos.pricing.PriceBook;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import io.dawsos.pricing.Restatement;
import io.dawsos.pricing.RestatementPlan;
import io.dawsos.pricing.RestatementRequest;
import io.dawsos.pricing.Restatements;
import io.dawsos.pricing.RowChange;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Restates a day: its pack is built anew from the current pack before it and what is published now, under the next version. The old pack
 * stays, superseded; the new one is warming until the chain of the night makes it fresh.
 */
public final class RestatementJob implements Restatements {

    private static final Logger LOG = LoggerFactory.getLogger(RestatementJob.class);
    private static final int LONGEST_REASON = 500;
    /** How far back rows are asked for when there is no pack before the day. */
    private static final int DAYS_BEFORE_THE_FIRST_PACK = 366;

    /**
     * Where packs are read and put.
     *
     * @param assembler over the market data that there are when it is asked for
     */
    public record Sources(
            Supplier<PackAssembler> assembler, PricingPacks packs, PackArchive archive, PackStore store) {}

    private record Prepared(RestatementPlan plan, PackDraft draft) {}

    private final Sources sources;
    private final RestatementImpact impact;
    private final AfterRestatement after;
    private final Clock clock;

    public RestatementJob(Sources sources, ValuedPortfolios valued, AfterRestatement after, Clock clock) {
        this.sources = sources;
        this.impact = new RestatementImpact(valued.portfolios(), valued.history());
        this.after = after;
        this.clock = clock;
    }

    @Override
    public RestatementPlan plan(RestatementRequest request) {
        return prepare(request).plan();
    }

    @Override
    public RestatementPlan apply(RestatementRequest request) {
        Prepared prepared = prepare(request);
        RestatementPlan plan = prepared.plan();
        sources.store()
                .restate(new Restatement(
                        request.pack(),
                        prepared.draft(),
                        plan.reason(),
                        request.by(),
                        clock.instant(),
                        request.accept()));
        LOG.info("Pack {} is superseded by {}: {}", plan.superseded(), plan.current(), plan.reason());
        after.restated(plan.superseded(), plan.current());
        return plan.asApplied();
    }

    private Prepared prepare(RestatementRequest request) {
        String reason = reason(request.reason());
        PricingPack old = current(request.pack());
        LocalDate day = old.date();
        Optional<PricingPack> before = sources.packs().newestAtOrBefore(day.minusDays(1));
        LocalDate from =
                before.map(pack -> pack.date().plusDays(1)).orElseGet(() -> day.minusDays(DAYS_BEFORE_THE_FIRST_PACK));
        List<MarketRow.Publication> accepted = new ArrayList<>(sources.archive().accepted(from, day));
        accepted.addAll(accepted(request));
        PackAssembler.Assembled assembled = sources.assembler()
                .get()
                .again(next(old), before.map(pack -> sources.packs().open(pack.id())), from, accepted);
        PackDraft draft = assembled.drafts().get(0);
        PriceBook book = sources.packs().open(old.id());
        List<RowChange> changes = RowChange.between(book, draft.book());
        if (changes.isEmpty()) {
            throw refused("What is published for " + day + " today is what pack " + old.id()
                    + " holds: nothing would change");
        }
        return new Prepared(plan(old, draft, reason, changes, book, assembled.faults()), draft);
    }

    private RestatementPlan plan(
            PricingPack old,
            PackDraft draft,
            String reason,
            List<RowChange> changes,
            PriceBook book,
            List<String> faults) {
        return new RestatementPlan(
                old.id(),
                draft.id(),
                reason,
                false,
                old.hash(),
                draft.hash(),
                changes,
                impact.between(book, draft.book()),
                sources.archive().dependents(old.id()),
                sources.archive().laterThan(old.date()),
                draft.quarantined(),
                faults);
    }

    private static String reason(String text) {
        String reason = text.strip();
        if (reason.isEmpty()
                || reason.length() > LONGEST_REASON
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw Failure.invalid(List.of(new Violation(
                    "/reason",
                    "reason is missing or no single line of at most " + LONGEST_REASON
                            + " characters; it is told with every answer from the old pack")));
        }
        return reason;
    }

    private PricingPack current(PackId id) {
        PricingPack pack = sources.packs()
                .find(id)
                .orElseThrow(() -> new Failure(FailureReason.PACK_NOT_FOUND, "There is no pricing pack " + id));
        pack.supersededBy().ifPresent(newer -> {
            throw refused(
                    "Pack " + id + " is superseded by " + newer + " already; restate the current pack of its day");
        });
        return pack;
    }

    private PackId next(PricingPack old) {
        int newest = sources.archive().chain(old.date()).stream()
                .mapToInt(pack -> pack.id().version())
                .max()
                .orElse(old.id().version());
        return new PackId(old.date(), newest + 1);
    }

    private List<MarketRow.Publication> accepted(RestatementRequest request) {
        if (request.accept().isEmpty()) {
            return List.of();
        }
        List<PackArchive.Quarantined> rows = sources.archive().quarantine(request.pack());
        return request.accept().stream()
                .map(id -> acceptable(request.pack(), id, rows))
                .toList();
    }

    private static MarketRow.Publication acceptable(PackId pack, long id, List<PackArchive.Quarantined> rows) {
        PackArchive.Quarantined found = rows.stream()
                .filter(row -> row.id() == id)
                .findFirst()
                .orElseThrow(() -> refused("Pack " + pack + " has no quarantined row " + id));
        if (!found.row().reason().acceptable()) {
            throw refused("Row " + id + " cannot be accepted, correct it at its source: "
                    + found.row().words());
        }
        found.acceptedFor().ifPresent(by -> {
            throw refused("Row " + id + " was accepted for " + by + " already");
        });
        return found.row().row().publication();
    }

    private static Failure refused(String why) {
        return new Failure(FailureReason.RESTATEMENT_REFUSED, why);
    }
}
