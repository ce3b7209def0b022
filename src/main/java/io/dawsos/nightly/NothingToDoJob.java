package io.dawsos.nightly;

import java.time.LocalDate;
import java.util.List;

/** Keeps the place of a job whose subject does not exist, and says so in every report. */
public final class NothingToDoJob implements NightJob {

    private final String name;
    private final String reason;

    /** @param reason one sentence, for the report */
    public NothingToDoJob(String name, String reason) {
        this.name = name;
        this.reason = reason;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean blocking() {
        return false;
    }

    @Override
    public JobReport run(LocalDate night) {
        return new JobReport(reason, List.of());
    }
}
