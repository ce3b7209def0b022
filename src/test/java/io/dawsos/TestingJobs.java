package io.dawsos;

import io.dawsos.nightly.JobReport;
import io.dawsos.nightly.NightJob;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The jobs of the night by name, doing what a test tells them. */
final class TestingJobs {

    /** What a job does; an {@link Error} stands for the end of the process. */
    @FunctionalInterface
    interface Work {
        JobReport run();
    }

    private static final List<String> BLOCKING = List.of("build_pack", "reconcile_ledger", "mark_pack_fresh");
    static final List<String> NAMES = List.of(
            "build_pack",
            "load_indicators",
            "extend_history",
            "import_ledger",
            "reconcile_ledger",
            "map_symbols",
            "compute_daily_metrics",
            "prewarm_factors",
            "prewarm_ratings",
            "mark_pack_fresh",
            "evaluate_alerts");

    private final Map<String, Work> work = new LinkedHashMap<>();
    private final List<String> ran = new CopyOnWriteArrayList<>();

    /** Those that ran since this was asked last, in order. */
    List<String> ran() {
        List<String> since = List.copyOf(ran);
        ran.clear();
        return since;
    }

    void let(String job, Work does) {
        work.put(job, does);
    }

    /** From now on it does its work again. */
    void mend(String job) {
        work.remove(job);
    }

    List<NightJob> all() {
        return NAMES.stream().<NightJob>map(Job::new).toList();
    }

    private final class Job implements NightJob {

        private final String name;

        Job(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean blocking() {
            return BLOCKING.contains(name);
        }

        @Override
        public JobReport run(LocalDate night) {
            ran.add(name);
            return work.getOrDefault(name, () -> new JobReport("did " + name, List.of()))
                    .run();
        }
    }
}
