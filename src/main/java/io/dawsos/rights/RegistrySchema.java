package io.dawsos.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.dawsos.pattern.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The schema of the registry, and its complaints in our own words. */
final class RegistrySchema {

    static final String RESOURCE = "ops/RIGHTS_REGISTRY.schema.json";

    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                    text(),
                    SchemaValidatorsConfig.builder()
                            .pathType(PathType.JSON_POINTER)
                            .locale(Locale.ENGLISH)
                            .build());

    private RegistrySchema() {}

    private static String text() {
        try (InputStream resource = RegistrySchema.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds what the schema has against the document. */
    static void check(JsonNode document, RegistryFaults faults) {
        for (ValidationMessage message : SCHEMA.validate(document)) {
            String pointer = message.getInstanceLocation().toString();
            switch (message.getType()) {
                case "additionalProperties" -> faults.add(pointer + "/" + message.getProperty(), "the key is unknown");
                case "required" -> faults.add(pointer, Words.quoted(message.getProperty()) + " is missing");
                default -> faults.add(pointer, words(message, document.at(pointer)));
            }
        }
    }

    private static String words(ValidationMessage message, JsonNode value) {
        JsonNode rule = message.getSchemaNode();
        String shown = value.isContainerNode() ? "a list or mapping" : Words.quoted(value.asText());
        return switch (message.getType()) {
            case "type" -> "must be of type " + rule.asText() + ", is " + shown;
            case "enum" -> "must be one of " + rule + ", is " + shown;
            case "const" -> "must be " + rule + ", is " + shown;
            case "pattern" -> shown + " does not match " + rule.asText();
            default -> Words.harmless(message.getError());
        };
    }
}
