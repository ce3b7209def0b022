package io.dawsos.nightly;

import java.time.LocalDate;

/** One job of the night's chain. Run twice for the same night it changes nothing the second time. */
public interface NightJob {

    /** Snake case, for instance {@code build_pack}: how operators, reports and checkpoints call it. */
    String name();

    /** Whether the chain ends when it fails; a job that does not block is told as a warning. */
    boolean blocking();

    /**
     * Does the work of one night; throws when it cannot.
     *
     * @param night day of the pack that the night is about
     */
    JobReport run(LocalDate night);
}
