package io.dawsos.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the inputs of a pattern and answers of which type a path is. */
final class InputReader {

    private final JsonNode declared;
    private final Problems problems;
    private final Map<String, InputSpec> specs = new LinkedHashMap<>();

    InputReader(JsonNode declared, Problems problems) {
        this.declared = declared;
        this.problems = problems;
        if (declared.isObject()) {
            declared.properties().forEach(input -> read(input.getKey(), input.getValue()));
        }
    }

    /** The inputs that could be understood, by name, in file order. */
    Map<String, InputSpec> specs() {
        return specs;
    }

    /** All names, also of inputs that are at fault themselves. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        declared.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What is known at load time of the value at a path. */
    ParameterType typeOf(Path path) {
        if (path.isLength()) {
            return ParameterType.INTEGER;
        }
        if (path.depth() != 1 || path.firstMember().isEmpty()) {
            return ParameterType.ANY;
        }
        String member = path.firstMember().get();
        Optional<ParameterType> type = switch (path.root()) {
            case "inputs" -> Optional.ofNullable(specs.get(member)).map(InputSpec::type);
            case "ctx" -> ContextMembers.typeOf(member);
            default -> Optional.empty();
        };
        return type.orElse(ParameterType.ANY);
    }

    private void read(String name, JsonNode json) {
        Optional<ParameterType> type = ParameterType.of(json.path("type").asText(""));
        if (type.isEmpty() || type.get() == ParameterType.ANY) {
            return; // the schema has said so
        }
        String pointer = Problems.at("/inputs", name);
        InputSpec spec = new InputSpec(
                type.get(),
                json.path("required").asBoolean(false),
                Optional.of(json.path("default")).filter(value -> !value.isMissingNode() && !value.isNull()),
                json.path("description").asText(""),
                elements(json.path("enum")),
                number(json.path("minimum")),
                number(json.path("maximum")));
        specs.put(name, spec);
        checkBounds(pointer, spec);
        checkDefault(pointer, spec);
    }

    private void checkBounds(String pointer, InputSpec spec) {
        if (!spec.type().isNumeric()
                && (spec.minimum().isPresent() || spec.maximum().isPresent())) {
            problems.add(
                    pointer,
                    "minimum and maximum are for numbers, not for "
                            + spec.type().words());
        }
        if (spec.minimum().isPresent()
                && spec.maximum().isPresent()
                && spec.minimum().get().compareTo(spec.maximum().get()) > 0) {
            problems.add(Problems.at(pointer, "minimum"), "is larger than maximum: nothing is allowed");
        }
        for (int i = 0; i < spec.allowed().size(); i++) {
            if (!spec.type().accepts(spec.allowed().get(i))) {
                problems.add(
                        Problems.at(Problems.at(pointer, "enum"), i),
                        "must be " + spec.type().words() + ", is "
                                + JsonText.shown(spec.allowed().get(i)));
            }
        }
    }

    private void checkDefault(String pointer, InputSpec spec) {
        String place = Problems.at(pointer, "default");
        spec.defaultValue().flatMap(spec::problemWith).ifPresent(problem -> problems.add(place, problem));
        if (spec.required() && spec.defaultValue().isPresent()) {
            problems.add(place, "a required input has no default; leave out one of the two");
        }
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    private static Optional<BigDecimal> number(JsonNode json) {
        return json.isNumber() ? Optional.of(json.decimalValue()) : Optional.empty();
    }
}
