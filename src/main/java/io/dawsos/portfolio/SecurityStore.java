package io.dawsos.portfolio;

import java.util.Collection;

/** Where securities are put. */
public interface SecurityStore {

    /** Adds those that are not there yet; one that is there keeps its row, because old answers were computed with it. */
    void add(Collection<Security> securities);
}
