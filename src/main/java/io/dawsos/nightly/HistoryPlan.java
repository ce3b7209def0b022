package io.dawsos.nightly;

import io.dawsos.portfolio.PortfolioHistoryStore.Progress;
import io.dawsos.pricing.PackBooks.Made;
import io.dawsos.pricing.PackId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which days a history still lacks: a pure function of the packs ever made and of how far the history has come.
 *
 * <p>The packs are gone through in the order in which they were made. One of a later day than all before it adds its day, with its own
 * sequence as vintage. One of a day that has a pack already, or of an earlier one, adds that day and every later one again, all
 * with its sequence as vintage. So a history computed in one go has the same rows as one computed night by night.
 */
final class HistoryPlan {

    /** A day to be computed from its pack. */
    record Step(PackId pack, long vintage) {}

    /** Steps by date, each continuing the one before; the first continues what is known of the day before it. */
    record Stretch(List<Step> steps) {
        Stretch {
            steps = List.copyOf(steps);
        }

        LocalDate first() {
            return steps.get(0).pack().date();
        }

        LocalDate last() {
            return steps.get(steps.size() - 1).pack().date();
        }
    }

    private final NavigableMap<LocalDate, PackId> chain = new TreeMap<>();
    private final Optional<Progress> done;
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Step> nights = new ArrayList<>();

    private HistoryPlan(Optional<Progress> done) {
        this.done = done;
    }

    /**
     * What is left, in order.
     *
     * @param made every pack by sequence
     */
    static List<Stretch> of(List<Made> made, Optional<Progress> done) {
        HistoryPlan plan = new HistoryPlan(done);
        made.forEach(plan::add);
        plan.endNights();
        return List.copyOf(plan.stretches);
    }

    private void add(Made pack) {
        LocalDate day = pack.id().date();
        boolean later = chain.isEmpty() || day.isAfter(chain.lastKey());
        chain.put(day, pack.id());
        if (later) {
            Step step = new Step(pack.id(), pack.sequence());
            if (isLeft(step)) {
                nights.add(step);
            }
            return;
        }
        List<Step> again = chain.tailMap(day).values().stream()
                .map(id -> new Step(id, pack.sequence()))
                .filter(this::isLeft)
                .toList();
        if (!again.isEmpty()) {
            endNights();
            stretches.add(new Stretch(again));
        }
    }

    // a run that was killed in the middle of a stretch goes on after its last row
    private boolean isLeft(Step step) {
        return done.map(progress -> step.vintage() == progress.vintage()
                        ? step.pack().date().isAfter(progress.day())
                        : step.vintage() > progress.vintage())
                .orElse(true);
    }

    private void endNights() {
        if (!nights.isEmpty()) {
            stretches.add(new Stretch(nights));
            nights.clear();
        }
    }
}
