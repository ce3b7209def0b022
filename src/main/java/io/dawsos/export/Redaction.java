package io.dawsos.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A stored answer without some of its outputs: their data, charts, panels and warnings are gone, all else is as it was. */
final class Redaction {

    private static final String CHARTS = "charts";

    private Redaction() {}

    /**
     * The answer without the outputs in {@code reasons}; each has its reason there. Steps that are no outputs lose their warnings.
     *
     * @param reasons by key of the step
     */
    static JsonNode without(JsonNode response, Map<String, String> reasons) {
        ObjectNode left = response.deepCopy();
        if (left.path("data") instanceof ObjectNode data) {
            data.remove(reasons.keySet());
        }
        if (reasons.containsKey(CHARTS)) {
            left.putArray(CHARTS);
        }
        left.set("panels", panels(response.path("panels"), reasons.keySet()));
        left.set("warnings", warnings(response, reasons.keySet()));
        return left;
    }

    private static ArrayNode panels(JsonNode panels, Set<String> outputs) {
        ArrayNode left = JsonNodeFactory.instance.arrayNode();
        panels.forEach(panel -> {
            if (!outputs.contains(panel.path("output").asText())) {
                left.add(panel);
            }
        });
        return left;
    }

    /** A warning that a step gave goes with the step; one that no step gave is about the pack, and stays. */
    private static ArrayNode warnings(JsonNode response, Set<String> outputs) {
        Set<String> gone = new LinkedHashSet<>();
        for (JsonNode step : response.path("trace").path("steps")) {
            if (outputs.contains(step.path("step").asText())) {
                step.path("warnings").forEach(warning -> gone.add(warning.asText()));
            }
        }
        ArrayNode left = JsonNodeFactory.instance.arrayNode();
        response.path("warnings").forEach(warning -> {
            if (!gone.contains(warning.asText())) {
                left.add(warning);
            }
        });
        return left;
    }

    /** What to tell a reader of each output that is gone, in the order of the answer. */
    static List<Exclusion> exclusions(JsonNode response, Map<String, String> reasons) {
        List<Exclusion> exclusions = new ArrayList<>();
        response.path("data").fieldNames().forEachRemaining(output -> {
            String reason = reasons.get(output);
            if (reason != null) {
                exclusions.add(new Exclusion(output, title(response.path("panels"), output), reason));
            }
        });
        return exclusions;
    }

    private static String title(JsonNode panels, String output) {
        for (JsonNode panel : panels) {
            if (panel.path("output").asText().equals(output)
                    && !panel.path("title").asText().isEmpty()) {
                return panel.path("title").asText();
            }
        }
        return output;
    }
}
