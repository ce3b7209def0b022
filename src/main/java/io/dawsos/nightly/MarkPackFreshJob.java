package io.dawsos.nightly;

import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackStatus;
import io.dawsos.pricing.PackStore;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import java.time.LocalDate;
import java.util.List;

/** The night's pack, and those before it that are still warming, become fresh: answers are computed from them from now on. */
public final class MarkPackFreshJob implements NightJob {

    private final PricingPacks packs;
    private final PackStore store;
    private final Reconciliations reconciliations;

    public MarkPackFreshJob(PricingPacks packs, PackStore store, Reconciliations reconciliations) {
        this.packs = packs;
        this.store = store;
        this.reconciliations = reconciliations;
    }

    @Override
    public String name() {
        return "mark_pack_fresh";
    }

    @Override
    public boolean blocking() {
        return true;
    }

    @Override
    public JobReport run(LocalDate night) {
        PricingPack pack = packs.newestAtOrBefore(night)
                .orElseThrow(() -> new IllegalStateException("There is no pricing pack up to " + night));
        if (pack.status() == PackStatus.FRESH) {
            return new JobReport(pack.id() + " is fresh already", List.of());
        }
        if (!reconciliations.outcome(pack.id()).orElse(false)) {
            throw new IllegalStateException(
                    "Pack " + pack.id() + " did not reconcile with the ledgers; run reconcile_ledger first");
        }
        List<PackId> warming =
                store.warming().stream().filter(id -> !id.date().isAfter(night)).toList();
        store.markFresh(warming);
        return new JobReport(
                warming.size() == 1 ? pack.id() + " is fresh" : warming.size() + " packs are fresh, up to " + pack.id(),
                List.of());
    }
}
