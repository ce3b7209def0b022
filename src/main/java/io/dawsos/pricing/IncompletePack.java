package io.dawsos.pricing;

import java.time.LocalDate;
import java.util.List;

/** Too little is known on a day for a pack: the message names what is missing. */
public final class IncompletePack extends RuntimeException {

    private final transient LocalDate day;
    private final transient List<String> missing;

    IncompletePack(LocalDate day, PackRule rule, List<String> missing) {
        super("No pack for " + day + ": nothing was ever published for " + String.join(", ", missing) + ", and "
                + Math.round(100 * rule.minimum()) + " % of the "
                + rule.securities().size() + " securities and of the "
                + rule.currencies().size() + " currencies are needed");
        this.day = day;
        this.missing = List.copyOf(missing);
    }

    /** The day that gets no pack. */
    public LocalDate day() {
        return day;
    }

    /** Symbols and currency codes. */
    public List<String> missing() {
        return missing;
    }
}
