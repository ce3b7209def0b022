package io.dawsos.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The parts of a stored answer. */
record Answer(JsonNode response) {

    JsonNode output(String key) {
        return response.path("data").path(key);
    }

    boolean has(String key) {
        JsonNode output = output(key);
        return !output.isMissingNode() && !output.isNull();
    }

    /** In the order of the answer. */
    List<String> outputs() {
        List<String> keys = new ArrayList<>();
        Iterator<String> names = response.path("data").fieldNames();
        names.forEachRemaining(keys::add);
        return keys;
    }

    String trace(String key) {
        return response.path("trace").path(key).asText("");
    }

    List<String> traced(String key) {
        return TableBlocks.list(response.path("trace").path(key)).stream()
                .map(JsonNode::asText)
                .toList();
    }

    List<String> warnings() {
        return TableBlocks.list(response.path("warnings")).stream()
                .map(one -> one.isTextual() ? one.asText() : one.path("message").asText(one.toString()))
                .toList();
    }

    /** The title of the output's panel. */
    Optional<String> panelTitle(String output) {
        return TableBlocks.list(response.path("panels")).stream()
                .filter(panel -> panel.path("output").asText().equals(output))
                .map(panel -> panel.path("title").asText())
                .filter(title -> !title.isBlank())
                .findFirst();
    }

    /** The chart of that title among all charts of the answer. */
    JsonNode chart(String title) {
        return TableBlocks.list(response.path("charts")).stream()
                .filter(chart -> chart.path("title").asText().equals(title))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** What amounts are in, as the first output that says so has it. */
    String currency() {
        return outputs().stream()
                .map(key -> output(key).path("base_currency").asText(""))
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The first period that an output states. */
    Optional<String> period() {
        return outputs().stream()
                .map(this::output)
                .filter(output ->
                        output.path("from").isTextual() && output.path("to").isTextual())
                .map(output -> output.path("from").asText() + " to "
                        + output.path("to").asText())
                .findFirst();
    }
}
