package io.dawsos.nightly;

import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Evaluates the alerts about the data itself: whether the pack agrees with the ledgers, and whether it was fresh in time. */
public final class EvaluateAlertsJob implements NightJob {

    private final PricingPacks packs;
    private final Reconciliations reconciliations;
    private final Deadline deadline;
    private final Clock clock;

    public EvaluateAlertsJob(PricingPacks packs, Reconciliations reconciliations, Deadline deadline, Clock clock) {
        this.packs = packs;
        this.reconciliations = reconciliations;
        this.deadline = deadline;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "evaluate_alerts";
    }

    @Override
    public boolean blocking() {
        return false;
    }

    @Override
    public JobReport run(LocalDate night) {
        List<String> fired = new ArrayList<>();
        packs.newestAtOrBefore(night)
                .map(PricingPack::id)
                .filter(pack -> !reconciliations.outcome(pack).orElse(true))
                .ifPresent(pack -> fired.add("Pack " + pack + " differs from the ledgers"));
        deadline.missed(clock.instant())
                .filter(night::equals)
                .ifPresent(late -> fired.add("The night of " + late + " has no fresh pack, and its time is over"));
        return new JobReport("2 alerts about the data evaluated, " + fired.size() + " fired", fired);
    }
}
