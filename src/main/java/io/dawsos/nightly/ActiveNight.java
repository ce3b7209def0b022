package io.dawsos.nightly;

/**
 * A night that this process runs now; passed from job to job.
 *
 * @param run as it was when it began: what was finished then is not done again
 */
public record ActiveNight(NightRequest request, NightRun run, NightLock lock) {

    /** Whether the job is to be run: the one asked for, or every one that is not finished. */
    boolean wants(String job) {
        return request.job()
                .map(job::equals)
                .orElseGet(() ->
                        run.job(job).filter(known -> known.status().done()).isEmpty());
    }
}
