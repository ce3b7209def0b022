package io.dawsos.nightly;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.Portfolios;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports the head of the ledger for every portfolio and completes its daily history. A journal with faults leaves its portfolios as they
 * were: they are answered from the commit before. The faults stand in the log, not in the report, which others may read.
 */
public final class ImportLedgerJob implements NightJob {

    private static final Logger LOG = LoggerFactory.getLogger(ImportLedgerJob.class);

    private final LedgerJob ledgerJob;
    private final Portfolios portfolios;
    private final PricingPacks packs;
    private final LedgerReader ledger;
    private final Supplier<String> head;

    /** @param head full hash of the commit that the ledger shows now */
    public ImportLedgerJob(
            LedgerJob ledgerJob,
            Portfolios portfolios,
            PricingPacks packs,
            LedgerReader ledger,
            Supplier<String> head) {
        this.ledgerJob = ledgerJob;
        this.portfolios = portfolios;
        this.packs = packs;
        this.ledger = ledger;
        this.head = head;
    }

    @Override
    public String name() {
        return "import_ledger";
    }

    @Override
    public boolean blocking() {
        return false;
    }

    @Override
    public JobReport run(LocalDate night) {
        LocalDate newest = packs.newestAtOrBefore(night)
                .map(PricingPack::date)
                .orElseThrow(() -> new IllegalStateException("There is no pricing pack up to " + night));
        String commit = head.get();
        LedgerReader books = ledger.rememberingLast();
        List<String> warnings = new ArrayList<>();
        List<Portfolio> all = OwnedPortfolios.all(portfolios);
        for (Portfolio portfolio : all) {
            try {
                LedgerBook book = books.read(portfolio.ledgerPath(), commit);
                ledgerJob.run(portfolio, book, newest);
            } catch (RuntimeException e) {
                LOG.warn("Portfolio {} is not imported: {}", portfolio.id(), e.getMessage());
                LOG.debug("Portfolio {} is not imported", portfolio.id(), e);
                warnings.add("Portfolio " + portfolio.id() + " stays at its commit: its journal cannot be imported");
            }
        }
        int imported = all.size() - warnings.size();
        if (imported == 0 && !warnings.isEmpty()) {
            throw new IllegalStateException(
                    "No journal could be imported from ledger commit " + commit + "; the log lists the faults");
        }
        return new JobReport(imported + " portfolios stand at ledger commit " + commit, warnings);
    }
}
