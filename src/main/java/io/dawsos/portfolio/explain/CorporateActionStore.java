package io.dawsos.portfolio.explain;

import java.util.Collection;

/** Where corporate actions are put. */
@FunctionalInterface
public interface CorporateActionStore {

    /**
     * Adds what is not there yet and returns how many that were. An action that differs from the stored one of the same provider, security, kind
     * and ex-date is a correction: it is added, and read by packs made from now on. Throws {@link IllegalArgumentException} naming securities
     * that the security master does not know.
     */
    int add(Collection<CorporateAction> actions);
}
