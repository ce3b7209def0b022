package io.dawsos;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator reads when a command fails: the sentence of the innermost fault that has one written for people. */
final class StartupFault {

    private static final Logger LOG = LoggerFactory.getLogger(StartupFault.class);

    private static final String OURS = StartupFault.class.getPackageName();

    private StartupFault() {}

    static String sentence(Throwable fault) {
        LOG.debug("The command failed", fault);
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            boolean ours = cause instanceof IllegalStateException
                    || cause instanceof IllegalArgumentException
                    || cause.getClass().getPackageName().startsWith(OURS);
            if (ours && cause.getMessage() != null) {
                return "DawsOS: " + cause.getMessage();
            }
        }
        return "DawsOS: " + fault;
    }
}
