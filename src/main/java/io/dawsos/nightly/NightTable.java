package io.dawsos.nightly;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report of a night as text: a line a job. */
public final class NightTable {

    private NightTable() {}

    /** Several lines, without a line end after the last. */
    public static String of(NightRun run) {
        List<String> lines = new ArrayList<>();
        for (JobRun job : run.jobs()) {
            String what = job.error().orElse(job.summary());
            lines.add(String.format(
                            Locale.ROOT,
                            "  %-22s %-8s %8s  %s",
                            job.name(),
                            job.status().word(),
                            job.startedAt().isPresent() ? seconds(job.duration()) : "",
                            what.replace("\n", "\n" + " ".repeat(43)))
                    .stripTrailing());
            job.warnings().forEach(warning -> lines.add(" ".repeat(43) + "! " + warning));
        }
        lines.add(headline(run));
        return String.join("\n", lines);
    }

    /** One line: which night, how it ended, how long it took. */
    public static String headline(NightRun run) {
        String took = run.finishedAt()
                .map(end -> " in " + seconds(Duration.between(run.startedAt(), end)))
                .orElse("");
        String days = run.first().isBefore(run.date()) ? " (with the days since " + run.first() + ")" : "";
        return "  " + run.kind() + " of " + run.date() + days + ", attempt " + run.attempt() + ": "
                + run.status().word() + took;
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }
}
