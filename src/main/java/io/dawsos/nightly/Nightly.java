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
    private final List<NightJob> prewarm;

    /** A chain without anything between the history and the fresh packs. */
    public Nightly(PackJob packJob, LedgerJob ledgerJob, PricingPacks packs, PackStore store) {
        this(packJob, ledgerJob, packs, store, List.of());
    }

    /**
     * The whole chain.
     *
     * @param prewarm what is done, in this order, before packs become fresh; what does not block is told and passed over when it fails
     */
    public Nightly(PackJob packJob, LedgerJob ledgerJob, PricingPacks packs, PackStore store, List<NightJob> prewarm) {
        this.prewarm = List.copyOf(prewarm);
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
        packJob.run(first, last);
        Optional<LocalDate> newest = packs.newest().map(PricingPack::date);
        if (newest.isEmpty()) {
            LOG.warn("There is no pricing pack up to {}, so no history either", last);
            return;
        }
        ledgers.forEach(ledger -> ledgerJob.run(ledger.portfolio(), ledger.book(), newest.get()));
        List<PackId> warming = store.warming();
        if (!warming.isEmpty()) {
            prewarm.forEach(job -> prewarm(job, newest.get()));
            store.markFresh(warming);
            LOG.info("{} pricing packs are fresh, the newest is of {}", warming.size(), newest.get());
        }
    }

    private static void prewarm(NightJob job, LocalDate night) {
        try {
            JobReport report = job.run(night);
            LOG.info("{}: {}", job.name(), report.summary());
            report.warnings().forEach(warning -> LOG.warn("{}: {}", job.name(), warning));
        } catch (RuntimeException e) {
            if (job.blocking()) {
                throw e;
            }
            LOG.error("{} failed; the night goes on without it", job.name(), e);
        }
    }
}
