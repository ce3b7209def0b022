package io.dawsos.nightly;

import io.dawsos.pricing.IncompletePack;
import io.dawsos.pricing.MarketData;
import io.dawsos.pricing.PackAssembler;
import io.dawsos.pricing.PackDraft;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackRule;
import io.dawsos.pricing.PackStore;
import io.dawsos.pricing.PriceBook;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import io.dawsos.pricing.QuarantineListener;
import io.dawsos.pricing.QuarantinedRow;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the packs of all days since the newest one, so many days at a time as memory takes; what comes out is the same as night by night. An
 * earlier day never gets a pack afterwards: answers were computed
 * without it. Rows that cannot be right are quarantined with the pack, told, and not used.
 */
public final class PackJob {

    private static final Logger LOG = LoggerFactory.getLogger(PackJob.class);
    private static final int MOST_WARNINGS = 100;

    /** Prices in memory at once. */
    private static final int PRICES = 250_000;

    private final PackAssembler assembler;
    private final PricingPacks packs;
    private final PackStore store;
    private final QuarantineListener listener;
    private final int daysAtOnce;

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
        this(
                market,
                rule,
                packs,
                store,
                listener,
                Math.max(1, PRICES / Math.max(1, rule.securities().size())));
    }

    /** @param daysAtOnce packs that are assembled and stored together, at least 1 */
    PackJob(
            MarketData market,
            PackRule rule,
            PricingPacks packs,
            PackStore store,
            QuarantineListener listener,
            int daysAtOnce) {
        this.assembler = new PackAssembler(market, rule);
        this.packs = packs;
        this.store = store;
        this.listener = listener;
        this.daysAtOnce = daysAtOnce;
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
        Told told = new Told();
        if (from.isAfter(last)) {
            return told.built();
        }
        Optional<PriceBook> previous = newest.map(pack -> packs.open(pack.id()));
        LocalDate to = from.minusDays(1);
        while (to.isBefore(last)) {
            to = to.plusDays(Math.min(daysAtOnce, ChronoUnit.DAYS.between(to, last)));
            PackAssembler.Assembled assembled = assembler.days(previous, from, to);
            List<PackDraft> drafts = assembled.drafts();
            if (!drafts.isEmpty()) {
                store(drafts);
                // what was published after the last of them is asked for again, with the days that follow
                previous = Optional.of(drafts.get(drafts.size() - 1).book());
                from = previous.get().date().plusDays(1);
            }
            told.add(assembled, to.isBefore(last) ? from : to.plusDays(1));
        }
        return told.built();
    }

    private void store(List<PackDraft> drafts) {
        LOG.info(summary(drafts));
        store.save(drafts);
        drafts.forEach(draft -> draft.quarantined().forEach(row -> listener.quarantined(row.reason())));
    }

    /** What is told of one run, each thing once, although days without a pack are looked at again. */
    private static final class Told {

        private final List<PackId> packs = new ArrayList<>();
        private final List<IncompletePack> incomplete = new ArrayList<>();
        private final Set<String> faults = new LinkedHashSet<>();
        private final List<String> days = new ArrayList<>();
        private final List<String> rows = new ArrayList<>();

        /** @param open first day that will be looked at again: what concerns it or a later one is told then */
        void add(PackAssembler.Assembled assembled, LocalDate open) {
            faults.addAll(assembled.faults());
            for (IncompletePack day : assembled.incomplete()) {
                if (day.day().isBefore(open)) {
                    incomplete.add(day);
                    days.add(String.valueOf(day.getMessage()));
                }
            }
            for (PackDraft draft : assembled.drafts()) {
                packs.add(draft.id());
                draft.quarantined().stream().map(QuarantinedRow::words).forEach(rows::add);
            }
            assembled.unused().stream()
                    .filter(row -> row.row().date().isBefore(open))
                    .map(QuarantinedRow::words)
                    .forEach(rows::add);
        }

        Built built() {
            List<String> warnings = new ArrayList<>(faults);
            warnings.addAll(days);
            warnings.addAll(rows);
            if (warnings.size() > MOST_WARNINGS) {
                int more = warnings.size() - MOST_WARNINGS;
                warnings.subList(MOST_WARNINGS, warnings.size()).clear();
                warnings.add("and " + more + " more: GET /v1/packs/{id}/quarantine has all rows");
            }
            return new Built(packs, incomplete, warnings);
        }
    }
}
