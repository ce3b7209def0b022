package io.dawsos.rights;

import java.util.List;

/** A registry that cannot be taken; its message has a line a fault, each with file and line. */
public final class InvalidRegistry extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    InvalidRegistry(List<String> faults) {
        super("The rights registry is broken, and nothing may leave by it:\n  " + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    /** Each with file and line. */
    public List<String> faults() {
        return faults;
    }
}
