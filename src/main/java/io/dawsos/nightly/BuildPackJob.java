package io.dawsos.nightly;

import io.dawsos.pricing.MarketData;
import io.dawsos.pricing.PackHash;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackRule;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Builds the packs of all days up to the night's that have none, in one batch, and recomputes the hash of the night's pack from what is
 * stored. A business day on which nothing was published is a holiday, or a provider that is away: a warning, and the pack before it stays
 * the newest. A day on which too little was published ends the night.
 */
public final class BuildPackJob implements NightJob {

    private final PackJob packJob;
    private final PackRule rule;
    private final MarketData market;
    private final PricingPacks packs;
    private final LocalDate firstDay;

    /** @param firstDay where packs begin in a database that has none */
    public BuildPackJob(PackJob packJob, PackRule rule, MarketData market, PricingPacks packs, LocalDate firstDay) {
        this.packJob = packJob;
        this.rule = rule;
        this.market = market;
        this.packs = packs;
        this.firstDay = firstDay;
    }

    @Override
    public String name() {
        return "build_pack";
    }

    @Override
    public boolean blocking() {
        return true;
    }

    @Override
    public JobReport run(LocalDate night) {
        List<PackId> built = packJob.run(firstDay, night);
        Optional<PricingPack> newest = packs.newestAtOrBefore(night);
        Optional<PricingPack> pack = newest.filter(found -> found.date().equals(night));
        if (pack.isPresent()) {
            String hash = verified(pack.orElseThrow());
            return new JobReport(what(built, pack.orElseThrow()) + ", hash " + hash, List.of());
        }
        if (packs.newest().filter(found -> found.date().isAfter(night)).isPresent()) {
            return new JobReport(
                    "Packs of later days exist",
                    List.of("There is no pack of " + night + ", and none is built afterwards: answers were computed"
                            + " without it"));
        }
        if (published(night)) {
            throw new IllegalStateException("Too little was published for a pack of " + night
                    + "; the log names what is missing; run the night again when it is there");
        }
        String last = newest.map(found -> found.id().toString())
                .orElseThrow(() -> new IllegalStateException("There is no pricing pack up to " + night
                        + ", and nothing was published that one could be built from"));
        String nothing = "Nothing was published for " + night + ": a holiday, or a provider is away";
        return new JobReport(
                last + " stays the newest pack", NightDates.isBusinessDay(night) ? List.of(nothing) : List.of());
    }

    private static String what(List<PackId> built, PricingPack pack) {
        return switch (built.size()) {
            case 0 -> pack.id() + " is there";
            case 1 -> "Built " + pack.id();
            default -> "Built " + built.size() + " packs, " + built.get(0) + " to " + pack.id();
        };
    }

    private String verified(PricingPack pack) {
        String hash = PackHash.of(pack.policy(), packs.open(pack.id()));
        if (!hash.equals(pack.hash())) {
            throw new IllegalStateException("The content of pack " + pack.id() + " hashes to " + hash + ", not to "
                    + pack.hash() + " as it did when it was stored; restore the database from a backup");
        }
        return hash;
    }

    private boolean published(LocalDate day) {
        return !market.closes(rule.symbols(), day, day).isEmpty()
                || !market.rates(rule.currencies(), day, day).isEmpty();
    }
}
