package io.dawsos.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pattern: which capabilities are called, in which order, with which arguments, to answer one question. Immutable, checked when it was
 * read, its templates and conditions compiled.
 *
 * @param id its name, also the name of its file
 * @param name for a reader
 * @param description what it answers
 * @param category for instance {@code analysis}; empty when the file names none
 * @param tags words to find it by
 * @param inputs what a caller may give, by name, in file order
 * @param steps what is done, in order
 * @param outputs keys of the state that make up the answer, in file order
 * @param panels how a console shows the outputs
 * @param schedule when it runs by itself
 * @param definition the file as JSON, with what is only passed through ({@code presentation}, {@code export_allowed},
 *     {@code rights_required}, {@code observability})
 * @param version SHA-256 of the canonical JSON (keys sorted, no white space), 64 hexadecimal digits
 */
public record Pattern(
        PatternId id,
        String name,
        String description,
        String category,
        List<String> tags,
        Map<String, InputSpec> inputs,
        List<Step> steps,
        List<String> outputs,
        List<Panel> panels,
        Optional<Schedule> schedule,
        JsonNode definition,
        String version) {

    private static final int SHORT = 8;

    public Pattern {
        tags = List.copyOf(tags);
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        steps = List.copyOf(steps);
        outputs = List.copyOf(outputs);
        panels = List.copyOf(panels);
    }

    /** A copy, so that nobody can change the pattern. */
    @Override
    public JsonNode definition() {
        return definition.deepCopy();
    }

    /** The first eight digits of the version: enough for a route id or a log line. */
    public String shortVersion() {
        return version.substring(0, SHORT);
    }
}
