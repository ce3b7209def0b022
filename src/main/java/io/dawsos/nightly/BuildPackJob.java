package io.dawsos.nightly;

import io.dawsos.pricing.IncompletePack;
import io.dawsos.pricing.PackHash;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Builds the packs of all days up to the night's that have none, a bounded number at a time, and recomputes the hash of the night's pack from what is
 * stored. Rows that no pack uses are warnings. A business day on which nothing was published is a holiday, or a provider that is away: a warning, and the pack before it stays
 * the newest. A day on which too little was published ends the night.
 */
public final class BuildPackJob implements NightJob {

    private final Supplier<PackJob> packJob;
    private final PricingPacks packs;
    private final LocalDate firstDay;

    /**
     * @param packJob asked for each night, over the market data of that night
     * @param firstDay where packs begin in a database that has none
     */
    public BuildPackJob(Supplier<PackJob> packJob, PricingPacks packs, LocalDate firstDay) {
        this.packJob = packJob;
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
        PackJob.Built built = packJob.get().run(firstDay, night);
        Optional<PricingPack> newest = packs.newestAtOrBefore(night);
        Optional<PricingPack> pack = newest.filter(found -> found.date().equals(night));
        if (pack.isPresent()) {
            String hash = verified(pack.orElseThrow());
            return new JobReport(what(built.packs(), pack.orElseThrow()) + ", hash " + hash, built.warnings());
        }
        if (packs.newest().filter(found -> found.date().isAfter(night)).isPresent()) {
            return new JobReport(
                    "Packs of later days exist",
                    List.of("There is no pack of " + night + ", and none is built afterwards: answers were computed"
                            + " without it"));
        }
        requireComplete(built, night);
        String last = newest.map(found -> found.id().toString())
                .orElseThrow(() -> new IllegalStateException("There is no pricing pack up to " + night
                        + ", and nothing was published that one could be built from" + told(built)));
        List<String> warnings = new ArrayList<>(built.warnings());
        if (NightDates.isBusinessDay(night)) {
            warnings.add("Nothing was published for " + night + ": a holiday, or a provider is away");
        }
        return new JobReport(last + " stays the newest pack", warnings);
    }

    private static void requireComplete(PackJob.Built built, LocalDate night) {
        for (IncompletePack incomplete : built.incomplete()) {
            if (incomplete.day().equals(night)) {
                throw new IllegalStateException(
                        incomplete.getMessage() + "; run the night again when it is there", incomplete);
            }
        }
    }

    private static String told(PackJob.Built built) {
        return built.warnings().isEmpty() ? "" : " (" + String.join("; ", built.warnings()) + ")";
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
}
