package io.dawsos.portfolio;

import java.util.Collection;
import java.util.List;

/** Where securities are put. */
public interface SecurityStore {

    /** Adds those that are not there yet; one that is there keeps its row, because old answers were computed with it. */
    void add(Collection<Security> securities);

    /** All there are, by symbol. */
    List<Security> all();
}
