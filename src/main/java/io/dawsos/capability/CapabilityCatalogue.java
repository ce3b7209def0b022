package io.dawsos.capability;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The registry as documents: for {@code GET /v1/capabilities} and for people who write patterns. */
public final class CapabilityCatalogue {

    private final CapabilityRegistry registry;
    private final SchemaGenerator schemas;

    public CapabilityCatalogue(CapabilityRegistry registry) {
        this.registry = registry;
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                AnswerJson.exact(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON);
        config.with(
                com.github.victools.jsonschema.generator.Option.FLATTENED_OPTIONALS,
                com.github.victools.jsonschema.generator.Option.INLINE_ALL_SCHEMAS);
        config.without(com.github.victools.jsonschema.generator.Option.SCHEMA_VERSION_INDICATOR);
        config.forFields()
                .withPropertyNameOverrideResolver(field ->
                        PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(field.getDeclaredName()));
        this.schemas = new SchemaGenerator(config.build());
    }

    /** One entry per capability, by name: name, aliases, agent, doc, arguments, result schema. */
    public List<Map<String, Object>> entries() {
        return registry.all().stream().map(this::entry).toList();
    }

    private Map<String, Object> entry(CapabilityMethod method) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", method.name());
        entry.put("aliases", method.aliases());
        entry.put("agent", method.agent());
        entry.put("category", category(method));
        entry.put("doc", method.doc());
        entry.put(
                "arguments",
                method.arguments().stream().map(CapabilityCatalogue::argument).toList());
        entry.put("result", resultSchema(method.result()));
        return entry;
    }

    private JsonNode resultSchema(JavaType type) {
        return schemas.generateSchema((Type) type.getRawClass(), parameters(type));
    }

    private static Type[] parameters(JavaType type) {
        List<Type> parameters = new ArrayList<>();
        type.getBindings().getTypeParameters().forEach(parameter -> parameters.add(parameter.getRawClass()));
        return parameters.toArray(new Type[0]);
    }

    private static Map<String, Object> argument(Argument argument) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", argument.name());
        view.put("type", argument.kind());
        view.put("required", argument.required());
        argument.defaultValue().ifPresent(value -> view.put("default", value));
        if (!argument.unit().isEmpty()) {
            view.put("unit", argument.unit());
        }
        if (argument.min() != Long.MIN_VALUE) {
            view.put("minimum", argument.min());
        }
        if (argument.max() != Long.MAX_VALUE) {
            view.put("maximum", argument.max());
        }
        view.put("doc", argument.doc());
        return view;
    }

    /** The same as Markdown: a section per category, a table of arguments per capability. */
    public String markdown() {
        StringBuilder text = new StringBuilder("# Capabilities\n");
        String section = "";
        for (CapabilityMethod method : registry.all()) {
            if (!category(method).equals(section)) {
                section = category(method);
                text.append("\n## ").append(section).append('\n');
            }
            append(text, method);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, CapabilityMethod method) {
        text.append("\n### `")
                .append(method.name())
                .append("`\n\n")
                .append(method.doc())
                .append("\n\n");
        text.append("Agent `").append(method.agent()).append('`');
        if (!method.aliases().isEmpty()) {
            text.append("; also called `")
                    .append(String.join("`, `", method.aliases()))
                    .append('`');
        }
        text.append(".\n");
        if (method.arguments().isEmpty()) {
            return;
        }
        text.append("\n| argument | type | default | meaning |\n|---|---|---|---|\n");
        for (Argument argument : method.arguments()) {
            String unit = argument.unit().isEmpty() ? "" : ", in " + argument.unit();
            String absent = argument.required()
                    ? "required"
                    : argument.defaultValue().map(JsonNode::toString).orElse("none");
            text.append("| `")
                    .append(argument.name())
                    .append("` | ")
                    .append(argument.kind())
                    .append(" | ")
                    .append(absent)
                    .append(" | ")
                    .append(argument.doc())
                    .append(unit)
                    .append(" |\n");
        }
    }

    private static String category(CapabilityMethod method) {
        int dot = method.name().indexOf('.');
        return dot < 0 ? method.name() : method.name().substring(0, dot);
    }
}
