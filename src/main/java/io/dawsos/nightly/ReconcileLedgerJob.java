package io.dawsos.nightly;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.nightly.Discrepancy.Kind;
import io.dawsos.portfolio.Portfolios;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackStatus;
import io.dawsos.pricing.PackStore;
import io.dawsos.pricing.PriceBook;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares every portfolio with its ledger: the journal at the commit that the portfolio is answered from is read from git again, booked
 * again, and held against what the database has, both sides valued with the night's pack. One portfolio that differs puts the pack in
 * error and ends the night.
 */
public final class ReconcileLedgerJob implements NightJob {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileLedgerJob.class);

    /** As many portfolios without a value are named in a report; the others are counted. */
    private static final int NAMED = 20;

    /**
     * What it reads and tells.
     *
     * @param listener is told of every portfolio compared
     */
    public record Parts(
            Portfolios portfolios,
            PricingPacks packs,
            PackStore store,
            Reconciliations reconciliations,
            LedgerReader ledger,
            NightListener listener,
            Clock clock) {}

    /** At once: bounds the length of a pipeline. */
    private static final int OWNERS = 20;

    private final Parts parts;

    public ReconcileLedgerJob(Parts parts) {
        this.parts = parts;
    }

    @Override
    public String name() {
        return "reconcile_ledger";
    }

    @Override
    public boolean blocking() {
        return true;
    }

    @Override
    public JobReport run(LocalDate night) {
        PricingPack pack = parts.packs()
                .newestAtOrBefore(night)
                .orElseThrow(() -> new IllegalStateException("There is no pricing pack up to " + night));
        List<Reconciliation> found = compareAll(pack.id());
        BigDecimal worst = found.stream().map(Reconciliation::maxErrorBps).reduce(BigDecimal.ZERO, BigDecimal::max);
        long failed = found.stream().filter(each -> !each.passed()).count();
        settle(pack, worst, Math.toIntExact(failed));
        if (failed > 0) {
            throw new IllegalStateException(failed + " of " + found.size()
                    + " portfolios differ from their ledgers; their owners find what differs at GET /v1/reconciliations."
                    + " Mend the cause and run the night again");
        }
        int positions =
                found.stream().mapToInt(Reconciliation::positionsChecked).sum();
        int without = parts.portfolios().owned().size() - found.size();
        return new JobReport(
                found.size() + " portfolios and " + positions
                        + " positions agree with the ledger, the worst value within "
                        + worst.stripTrailingZeros().toPlainString() + " bp",
                warnings(found, without));
    }

    private static List<String> warnings(List<Reconciliation> found, int without) {
        List<String> warnings = new ArrayList<>();
        if (without > 0) {
            warnings.add(without + " portfolios have no ledger yet");
        }
        List<Reconciliation> unvalued =
                found.stream().filter(each -> !each.unvalued().isEmpty()).toList();
        unvalued.stream()
                .limit(NAMED)
                .map(each -> "The value of portfolio " + each.portfolioId() + " was not compared, it has none: pack "
                        + each.pack() + " lacks " + String.join(", ", each.unvalued()))
                .forEach(warnings::add);
        if (unvalued.size() > NAMED) {
            warnings.add("Nor were those of " + (unvalued.size() - NAMED) + " more portfolios");
        }
        return warnings;
    }

    private List<Reconciliation> compareAll(PackId pack) {
        PriceBook prices = parts.packs().open(pack);
        LedgerReader books = parts.ledger().rememberingLast();
        List<Reconciliation> all = new ArrayList<>();
        List<UUID> owners = List.copyOf(OwnedPortfolios.owners(parts.portfolios()));
        for (List<UUID> some : Portions.of(owners, OWNERS)) {
            List<List<StoredBook>> stored = parts.reconciliations().stored(some, pack);
            Map<UUID, List<Reconciliation>> found = new LinkedHashMap<>();
            for (int i = 0; i < some.size(); i++) {
                found.put(
                        some.get(i),
                        stored.get(i).stream()
                                .map(each -> compare(each, prices, books))
                                .toList());
            }
            parts.reconciliations().save(found);
            found.forEach((owner, each) -> tell(owner, each, all));
        }
        return all;
    }

    private void tell(UUID owner, List<Reconciliation> found, List<Reconciliation> all) {
        found.forEach(each -> parts.listener().reconciled(owner, each));
        all.addAll(found);
    }

    private Reconciliation compare(StoredBook stored, PriceBook prices, LedgerReader books) {
        String path = stored.portfolio().ledgerPath();
        LedgerBook ledger;
        try {
            ledger = books.read(path, stored.commit());
        } catch (RuntimeException e) {
            LOG.error(
                    "The ledger of portfolio {} cannot be read",
                    stored.portfolio().id(),
                    e);
            return new Reconciliation(
                    stored.portfolio().id(),
                    prices.pack(),
                    stored.commit(),
                    0,
                    BigDecimal.ZERO,
                    List.of(),
                    List.of(unreadable()),
                    parts.clock().instant());
        }
        BookComparison comparison = new BookComparison(stored, ledger, prices);
        List<Discrepancy> differences = comparison.compare();
        return new Reconciliation(
                stored.portfolio().id(),
                prices.pack(),
                stored.commit(),
                comparison.compared(),
                comparison.maxErrorBps(),
                comparison.unvalued(),
                differences,
                parts.clock().instant());
    }

    private static Discrepancy unreadable() {
        return new Discrepancy(
                Discrepancy.LEDGER,
                Kind.EXCEPTION,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "The journal cannot be read at this commit any more");
    }

    private void settle(PricingPack pack, BigDecimal worst, int failed) {
        if (pack.status() == PackStatus.FRESH) {
            return; // answered from already, and fresh is for good: the night fails, the pack stays
        }
        if (pack.status() == PackStatus.ERROR) {
            parts.store().retry(pack.id());
        }
        parts.reconciliations().settle(pack.id(), failed == 0, worst);
        if (failed > 0) {
            parts.store().markFailed(pack.id(), failed + " portfolios differ from their ledgers");
            parts.listener().packRefused(pack.id(), failed);
        }
    }
}
