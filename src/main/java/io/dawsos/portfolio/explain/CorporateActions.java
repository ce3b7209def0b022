package io.dawsos.portfolio.explain;

import io.dawsos.pricing.PackId;
import java.util.List;
import java.util.SortedSet;

/** Corporate actions as an execution may know them. */
@FunctionalInterface
public interface CorporateActions {

    /**
     * What was known of these securities on the day of the pack, by symbol, ex-date and kind: stored before the pack was made, so that a
     * later delivery changes no answer, and announced by its day. An action without a day of announcement counts as known from its ex-date on.
     * Of several deliveries of one action the newest. One round trip.
     */
    List<CorporateAction> known(PackId pack, SortedSet<String> symbols);
}
