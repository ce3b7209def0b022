package io.dawsos.nightly;

import io.dawsos.pricing.PackStatus;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Whether the night's pack is fresh when it must be. A night without publications, and so without a pack, is in time when it is done. */
public final class Deadline {

    private final NightDates dates;
    private final PricingPacks packs;
    private final NightRuns runs;
    private final String policy;

    public Deadline(NightDates dates, PricingPacks packs, NightRuns runs, String policy) {
        this.dates = dates;
        this.packs = packs;
        this.runs = runs;
        this.policy = policy;
    }

    /** The latest night when its time is over and it has no fresh pack; at most two queries. */
    public Optional<LocalDate> missed(Instant now) {
        LocalDate due = dates.due(now);
        if (!dates.over(now) || isFresh(due)) {
            return Optional.empty();
        }
        boolean done = runs.find(due, policy).filter(run -> run.status().done()).isPresent();
        return done ? Optional.empty() : Optional.of(due);
    }

    private boolean isFresh(LocalDate day) {
        Optional<PricingPack> pack = packs.newestAtOrBefore(day);
        return pack.filter(found -> found.date().equals(day) && found.status() == PackStatus.FRESH)
                .isPresent();
    }
}
