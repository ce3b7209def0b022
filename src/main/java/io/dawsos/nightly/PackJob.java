package io.dawsos.nightly;

import io.dawsos.pricing.IncompletePack;
import io.dawsos.pricing.MarketData;
import io.dawsos.pricing.PackAssembler;
import io.dawsos.pricing.PackDraft;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackRule;
import io.dawsos.pricing.PackStore;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import io.dawsos.pricing.QuarantineListener;
import io.dawsos.pricing.QuarantinedRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the packs of all days since the newest one, in one batch. An earlier day never gets a pack afterwards: answers were computed
 * without it. Rows that cannot be right are quarantined with the pack, told, and not used.
 */
public final class PackJob implements NightJob {

    private static final Logger LOG = LoggerFactory.getLogger(PackJob.class);
    private static final int MOST_WARNINGS = 100;

    private final PackAssembler assembler;
    private final PricingPacks packs;
    private final PackStore store;
    private final QuarantineListener listener;

    /** What one run did. */
    private record Built(List<PackDraft> drafts, List<IncompletePack> incomplete, List<String> warnings) {
        private Built {
            drafts = List.copyOf(drafts);
            incomplete = List.copyOf(incomplete);
            warnings = List.copyOf(warnings);
        }
    }

    public PackJob(MarketData market, PackRule rule, PricingPacks packs, PackStore store) {
        this(market, rule, packs, store, QuarantineListener.NONE);
    }

    /** @param listener told of every quarantined row, once its pack is stored */
    public PackJob(MarketData market, PackRule rule, PricingPacks packs, PackStore store, QuarantineListener listener) {
        this.assembler = new PackAssembler(market, rule);
        this.packs = packs;
        this.store = store;
        this.listener = listener;
    }

    @Override
    public String name() {
        return "build_pack";
    }

    @Override
    public boolean blocking() {
        return true;
    }

    /**
     * The packs since the newest one up to that of {@code night}, or that of {@code night} alone when there is none at all. Throws
     * {@link IncompletePack} when too little is known on the night itself.
     */
    @Override
    public JobReport run(LocalDate night) {
        Built built = build(night, night);
        for (IncompletePack incomplete : built.incomplete()) {
            if (incomplete.day().equals(night)) {
                throw incomplete;
            }
        }
        return new JobReport(summary(built.drafts(), night), built.warnings());
    }

    private static String summary(List<PackDraft> drafts, LocalDate night) {
        if (drafts.isEmpty()) {
            return "Nothing was published since the newest pack up to " + night;
        }
        return "Stored " + drafts.size() + " pricing packs, " + drafts.get(0).id() + " to "
                + drafts.get(drafts.size() - 1).id();
    }

    /**
     * Stores the missing packs, warming. A day for which too little is known gets none and is named in the log.
     *
     * @param first where to begin when there is no pack at all
     * @param last last day, included
     */
    public List<PackId> run(LocalDate first, LocalDate last) {
        Built built = build(first, last);
        built.warnings().forEach(LOG::warn);
        return built.drafts().stream().map(PackDraft::id).toList();
    }

    private Built build(LocalDate first, LocalDate last) {
        Optional<PricingPack> newest = packs.newest();
        LocalDate from = newest.map(pack -> pack.date().plusDays(1)).orElse(first);
        if (from.isAfter(last)) {
            return new Built(List.of(), List.of(), List.of());
        }
        PackAssembler.Assembled assembled = assembler.days(newest.map(pack -> packs.open(pack.id())), from, last);
        List<PackDraft> drafts = assembled.drafts();
        if (!drafts.isEmpty()) {
            LOG.info(summary(drafts, last));
            store.save(drafts);
            drafts.forEach(draft -> draft.quarantined().forEach(row -> listener.quarantined(row.reason())));
        }
        return new Built(drafts, assembled.incomplete(), warnings(assembled));
    }

    private static List<String> warnings(PackAssembler.Assembled assembled) {
        List<String> warnings = new ArrayList<>(assembled.faults());
        assembled.incomplete().forEach(incomplete -> warnings.add(String.valueOf(incomplete.getMessage())));
        for (PackDraft draft : assembled.drafts()) {
            draft.quarantined().stream().map(QuarantinedRow::words).forEach(warnings::add);
        }
        assembled.unused().stream().map(QuarantinedRow::words).forEach(warnings::add);
        if (warnings.size() <= MOST_WARNINGS) {
            return warnings;
        }
        List<String> first = new ArrayList<>(warnings.subList(0, MOST_WARNINGS));
        first.add("and " + (warnings.size() - MOST_WARNINGS) + " more: GET /v1/packs/{id}/quarantine has all rows");
        return first;
    }
}
