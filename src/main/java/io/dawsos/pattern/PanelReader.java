package io.dawsos.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the panels of a pattern; each shows an output that there is. */
final class PanelReader {

    private static final int TABLE_TTL = 60;
    private static final int OTHER_TTL = 300;

    private final JsonNode panels;
    private final List<String> outputs;
    private final Problems problems;

    PanelReader(JsonNode document, Problems problems) {
        this.panels = document.path("panels");
        this.outputs = PatternReader.texts(document.path("outputs"));
        this.problems = problems;
    }

    List<Panel> read() {
        List<Panel> read = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; panels.isArray() && i < panels.size(); i++) {
            String pointer = Problems.at("/panels", i);
            Panel panel = panel(panels.get(i));
            if (!panel.id().isEmpty() && !ids.add(panel.id())) {
                problems.add(Problems.at(pointer, "id"), "another panel is called " + Words.quoted(panel.id()));
            }
            if (!panel.output().isEmpty() && !outputs.contains(panel.output())) {
                boolean said = panels.get(i).has("output");
                problems.add(
                        Problems.at(pointer, said ? "output" : "id"),
                        "there is no output " + Words.quoted(panel.output()) + Words.nearest(panel.output(), outputs)
                                + (said ? "" : "; say which with 'output'"));
            }
            read.add(panel);
        }
        return read;
    }

    private static Panel panel(JsonNode json) {
        String id = json.path("id").asText("");
        String type = json.path("type").asText("");
        int ttl = json.path("refresh_ttl").asInt(type.equals("table") ? TABLE_TTL : OTHER_TTL);
        return new Panel(
                id, json.path("title").asText(""), type, json.path("output").asText(id), ttl);
    }
}
