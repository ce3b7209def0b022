package io.dawsos.nightly;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why a job failed, in words for its report, which clients read: what was not written for people stays in the log. */
final class FaultWords {

    private static final Logger LOG = LoggerFactory.getLogger(FaultWords.class);
    private static final String OURS = "io.dawsos.";

    private FaultWords() {}

    static String of(String job, RuntimeException fault) {
        boolean written = fault.getClass() == IllegalStateException.class
                || fault.getClass() == IllegalArgumentException.class
                || fault.getClass().getName().startsWith(OURS);
        if (written && fault.getMessage() != null) {
            return fault.getMessage();
        }
        LOG.error("{} failed", job, fault);
        return "It failed for a reason that nobody foresaw; the log has it";
    }
}
