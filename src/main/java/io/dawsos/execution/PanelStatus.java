package io.dawsos.execution;

import io.dawsos.execution.StepTrace.Status;
import io.dawsos.pattern.Panel;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * How current one panel of an answer is. A function of the execution alone, never of the wall clock, so that an answer stays the same to the
 * byte: a panel is stale when its data are older than the day asked for by more than its ttl.
 *
 * @param output the output that it shows
 * @param status {@code ok}, {@code stale}, {@code skipped} or {@code failed}
 * @param asof day for which its data hold
 * @param ageDays days from {@code asof} to the day asked for
 * @param ttl seconds after which a client may ask again
 */
record PanelStatus(
        String id,
        String title,
        String type,
        String output,
        String status,
        Optional<LocalDate> asof,
        Optional<Long> ageDays,
        int ttl,
        List<String> sources) {

    private static final long DAY_SECONDS = 86_400;

    PanelStatus {
        sources = Names.sorted(sources);
    }

    static PanelStatus of(Panel panel, Optional<StepTrace> step, LocalDate asked) {
        Optional<LocalDate> asof = step.flatMap(StepTrace::asof);
        Optional<Long> age = asof.map(day -> ChronoUnit.DAYS.between(day, asked));
        boolean stale = age.isPresent() && age.get() * DAY_SECONDS > panel.refreshTtl();
        Status status = step.map(StepTrace::status).orElse(Status.SKIPPED);
        return new PanelStatus(
                panel.id(),
                panel.title(),
                panel.type(),
                panel.output(),
                status == Status.OK && stale ? "stale" : status.word(),
                asof,
                age,
                panel.refreshTtl(),
                step.map(StepTrace::sources).orElseGet(List::of));
    }
}
