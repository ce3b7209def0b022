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
public final class PackJob {

    private static final Logger LOG = LoggerFactory.getLogger(PackJob.class);
    private static final int MOST_WARNINGS = 100;

    private final PackAssembler assembler;
    private final PricingPacks packs;
    private final PackStore store;
    private final QuarantineListener listener;

    /**
     * What one run did.
     *
     * @param packs those that were stored, by date
     * @param incomplete days on which something was published, and too little is known
     * @param warnings rows that no pack uses, files of which nothing was taken, and days without a pack; a sentence each
     */
    public record Built(List<PackId> packs, List<IncompletePack> incomplete, List<String> warnings) {
        public Built {
            packs = List.copyOf(packs);
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

    private static String summary(List<PackDraft> drafts) {
        return "Stored " + drafts.size() + " pricing packs, " + drafts.get(0).id() + " to "
                + drafts.get(drafts.size() - 1).id();
    }

    /**
     * Stores the missing packs, warming. A day for which too little is known gets none and is told.
     *
     * @param first where to begin when there is no pack at all
     * @param last last day, included
     */
    public Built run(LocalDate first, LocalDate last) {
        Optional<PricingPack> newest = packs.newest();
        LocalDate from = newest.map(pack -> pack.date().plusDays(1)).orElse(first);
        if (from.isAfter(last)) {
            return new Built(List.of(), List.of(), List.of());
        }
        PackAssembler.Assembled assembled = assembler.days(newest.map(pack -> packs.open(pack.id())), from, last);
        List<PackDraft> drafts = assembled.drafts();
        if (!drafts.isEmpty()) {
            LOG.info(summary(drafts));
            store.save(drafts);
            drafts.forEach(draft -> draft.quarantined().forEach(row -> listener.quarantined(row.reason())));
        }
        return new Built(drafts.stream().map(PackDraft::id).toList(), assembled.incomplete(), warnings(assembled));
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
