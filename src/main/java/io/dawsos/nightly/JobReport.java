package io.dawsos.nightly;

import java.util.List;

/**
 * What a job did.
 *
 * @param summary one sentence for the log and the run report
 * @param warnings what somebody should look at, sorted by the job
 */
public record JobReport(String summary, List<String> warnings) {
    public JobReport {
        warnings = List.copyOf(warnings);
    }
}
