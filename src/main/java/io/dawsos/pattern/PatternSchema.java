package io.dawsos.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The schema of pattern files, {@code patterns/schema.json}, and its complaints in our own words. */
final class PatternSchema {

    static final String RESOURCE = "patterns/schema.json";

    /** Keys of steps that exist in other systems, so that a reader learns it is no spelling mistake. */
    private static final Set<String> NOT_SUPPORTED = new LinkedHashSet<>(
            List.of("parallel", "optional", "timeout_ms", "retry", "fallback", "for_each", "pattern"));

    private static final JsonNode TEXT = text();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                    TEXT,
                    SchemaValidatorsConfig.builder()
                            .pathType(PathType.JSON_POINTER)
                            .locale(Locale.ENGLISH)
                            .build());

    private PatternSchema() {}

    private static JsonNode text() {
        try (InputStream resource = PatternSchema.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            Problems problems = new Problems(RESOURCE);
            return JsonText.read(resource.readAllBytes(), problems)
                    .orElseThrow(() -> new IllegalStateException(problems.all().toString()));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Adds what the schema has against the document. */
    static void check(JsonNode document, Problems problems) {
        for (ValidationMessage message : SCHEMA.validate(document)) {
            String pointer = message.getInstanceLocation().toString();
            switch (message.getType()) {
                case "additionalProperties" ->
                    problems.add(Problems.at(pointer, message.getProperty()), unknownKey(message));
                case "required" -> problems.add(pointer, Words.quoted(message.getProperty()) + " is missing");
                case "propertyNames" -> refuseNames(message, document.at(pointer), pointer, problems);
                default -> problems.add(pointer, words(message, document.at(pointer)));
            }
        }
    }

    private static void refuseNames(ValidationMessage message, JsonNode object, String pointer, Problems problems) {
        String shape = message.getSchemaNode().path("pattern").asText();
        object.fieldNames().forEachRemaining(name -> {
            if (!name.matches(shape)) {
                problems.add(Problems.at(pointer, name), "the name " + Words.quoted(name) + " does not match " + shape);
            }
        });
    }

    private static String words(ValidationMessage message, JsonNode value) {
        JsonNode rule = message.getSchemaNode();
        return switch (message.getType()) {
            case "type" -> "must be " + article(rule.asText()) + ", is " + JsonText.shown(value);
            case "enum" -> oneOf(rule, value);
            case "pattern" -> JsonText.shown(value) + " does not match " + rule.asText();
            case "propertyNames" ->
                "a name does not match " + rule.path("pattern").asText();
            case "minItems" -> "must have at least " + rule.asText() + " element";
            case "maxItems", "maxProperties" -> "must have at most " + rule.asText() + " elements";
            case "uniqueItems" -> "has the same element twice";
            case "minLength" -> "must not be empty";
            case "maxLength" -> "must have at most " + rule.asText() + " characters";
            case "minimum" -> "must be at least " + rule.asText();
            case "maximum" -> "must be at most " + rule.asText();
            default -> Words.harmless(message.getError());
        };
    }

    private static String oneOf(JsonNode rule, JsonNode value) {
        List<String> names = new ArrayList<>();
        rule.forEach(name -> names.add(name.asText()));
        return "must be one of " + String.join(", ", names) + ", is " + JsonText.shown(value)
                + Words.nearest(value.asText(), names);
    }

    private static String unknownKey(ValidationMessage message) {
        String key = message.getProperty();
        JsonNodePath owner = message.getSchemaLocation().getFragment().getParent();
        JsonNode known = TEXT.at(owner.toString().replaceFirst("^#", "")).path("properties");
        if (known.has("capability") && NOT_SUPPORTED.contains(key)) {
            return "'" + key + "' is not supported";
        }
        List<String> names = new ArrayList<>();
        known.fieldNames().forEachRemaining(names::add);
        String nearest = Words.nearest(key, names);
        return "unknown key " + Words.quoted(key)
                + (nearest.isEmpty() ? "; known: " + String.join(", ", names) : nearest);
    }

    private static String article(String type) {
        return switch (type) {
            case "array", "object", "integer" -> "an " + type;
            case "boolean" -> "true or false";
            default -> "a " + type;
        };
    }
}
