package io.dawsos.nightly;

import io.dawsos.pricing.IncompletePack;
import io.dawsos.pricing.MarketData;
import io.dawsos.pricing.PackBuilder;
import io.dawsos.pricing.PackDraft;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackRule;
import io.dawsos.pricing.PackStore;
import io.dawsos.pricing.PriceBook;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the packs of all days since the newest one, in one batch. An earlier day never gets a pack afterwards: answers were computed
 * without it.
 */
public final class PackJob {

    private static final Logger LOG = LoggerFactory.getLogger(PackJob.class);

    private final MarketData market;
    private final PackRule rule;
    private final PricingPacks packs;
    private final PackStore store;

    public PackJob(MarketData market, PackRule rule, PricingPacks packs, PackStore store) {
        this.market = market;
        this.rule = rule;
        this.packs = packs;
        this.store = store;
    }

    /**
     * Stores the missing packs, warming. A day for which too little is known gets none and is named in the log.
     *
     * @param first where to begin when there is no pack at all
     * @param last last day, included
     */
    public List<PackId> run(LocalDate first, LocalDate last) {
        Optional<PricingPack> newest = packs.newest();
        LocalDate from = newest.map(pack -> pack.date().plusDays(1)).orElse(first);
        if (from.isAfter(last)) {
            return List.of();
        }
        List<PackDraft> drafts = drafts(newest.map(pack -> packs.open(pack.id())), from, last);
        if (!drafts.isEmpty()) {
            LOG.info(
                    "Storing {} pricing packs, {} to {}",
                    drafts.size(),
                    drafts.get(0).id(),
                    drafts.get(drafts.size() - 1).id());
            store.save(drafts);
        }
        return drafts.stream().map(PackDraft::id).toList();
    }

    private List<PackDraft> drafts(Optional<PriceBook> previous, LocalDate from, LocalDate last) {
        PackBuilder builder = new PackBuilder(
                rule,
                previous,
                market.closes(rule.symbols(), from, last),
                market.rates(rule.currencies(), from, last),
                market.splits(rule.symbols(), from, last));
        List<PackDraft> drafts = new ArrayList<>();
        for (LocalDate day : builder.days()) {
            try {
                builder.build(new PackId(day, 1)).ifPresent(drafts::add);
            } catch (IncompletePack e) {
                LOG.warn(e.getMessage());
            }
        }
        return drafts;
    }
}
