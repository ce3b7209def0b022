package io.dawsos.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.rights.RightsDecision;
import java.util.List;

/**
 * What goes out.
 *
 * @param decision over what goes out, not over the whole: what was left out needs no attribution
 * @param response the answer, without what was left out
 * @param exclusions what was left out
 */
public record Release(RightsDecision decision, JsonNode response, List<Exclusion> exclusions) {
    public Release {
        exclusions = List.copyOf(exclusions);
    }
}
