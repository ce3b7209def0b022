package io.dawsos.nightly;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackStore;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chain of the night: missing packs, then ledgers and their history, then the packs become fresh. A step that fails ends the chain,
 * and the packs stay warming until a later run completes it; every step finds out what is done already.
 */
public final class Nightly {

    private static final Logger LOG = LoggerFactory.getLogger(Nightly.class);

    /** A portfolio and the journal it is to be answered from. */
    public record Booked(Portfolio portfolio, LedgerBook book) {}

    private final PackJob packJob;
    private final LedgerJob ledgerJob;
    private final PricingPacks packs;
    private final PackStore store;

    public Nightly(PackJob packJob, LedgerJob ledgerJob, PricingPacks packs, PackStore store) {
        this.packJob = packJob;
        this.ledgerJob = ledgerJob;
        this.packs = packs;
        this.store = store;
    }

    /**
     * Brings everything up to {@code last}.
     *
     * @param first where packs begin when there is none at all
     */
    public void run(LocalDate first, LocalDate last, List<Booked> ledgers) {
        for (LocalDate day = first; day.isBefore(last); day = day.plusMonths(1)) {
            // a month at a time bounds the memory; every run goes on after the newest pack
            packJob.run(first, day);
        }
        packJob.run(first, last);
        Optional<LocalDate> newest = packs.newest().map(PricingPack::date);
        if (newest.isEmpty()) {
            LOG.warn("There is no pricing pack up to {}, so no history either", last);
            return;
        }
        ledgers.forEach(ledger -> ledgerJob.run(ledger.portfolio(), ledger.book()));
        List<PackId> warming = store.warming();
        if (!warming.isEmpty()) {
            store.markFresh(warming);
            LOG.info("{} pricing packs are fresh, the newest is of {}", warming.size(), newest.get());
        }
    }
}
