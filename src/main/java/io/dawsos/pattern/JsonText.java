package io.dawsos.pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/** The JSON of pattern files: read strictly, bounded in size; written canonically; shown shortened. */
final class JsonText {

    static final int MOST_BYTES = 1 << 20;
    static final int DEEPEST = 64;

    private static final int LONGEST_SHOWN = 60;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    private JsonText() {}

    /** The document, or empty when it is none; then the problem says where. */
    static Optional<JsonNode> read(byte[] json, Problems problems) {
        if (json.length > MOST_BYTES) {
            problems.add("", "the file is larger than " + MOST_BYTES + " bytes");
            return Optional.empty();
        }
        try {
            JsonNode document = MAPPER.readTree(json);
            if (document.isMissingNode()) {
                problems.add("", "the file is empty");
                return Optional.empty();
            }
            return Optional.of(document);
        } catch (JsonProcessingException fault) {
            problems.add("", "not valid JSON: " + place(fault.getLocation()) + Words.harmless(firstSentence(fault)));
            return Optional.empty();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String place(JsonLocation location) {
        return location == null
                ? ""
                : String.format(Locale.ROOT, "line %d, column %d: ", location.getLineNr(), location.getColumnNr());
    }

    /** What the parser says, without its asides on where it read and into which class. */
    private static String firstSentence(JsonProcessingException fault) {
        String message = fault.getOriginalMessage().replaceAll("\\s+", " ");
        if (message.contains("nesting depth")) {
            return "nested deeper than " + DEEPEST + " levels";
        }
        if (message.startsWith("Trailing token")) {
            return "there is more after the end of the document";
        }
        return message.replaceAll("(?: \\(start marker at|, from `| \\(from `|\\(for ).*", "");
    }

    /** Whether two values are the same; numbers by their value, so that 1 is 1.0. */
    static boolean same(JsonNode one, JsonNode other) {
        return (one.isNumber() && other.isNumber())
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
    }

    /** A value as a message shows it: its JSON, shortened. */
    static String shown(JsonNode value) {
        String json = write(value);
        return Words.harmless(json.length() > LONGEST_SHOWN ? json.substring(0, LONGEST_SHOWN) + "..." : json);
    }

    static String shown(List<JsonNode> values) {
        return values.stream().map(JsonText::shown).collect(Collectors.joining(", "));
    }

    /** SHA-256 over the canonical form: keys sorted, no white space, UTF-8. */
    static String version(JsonNode document) {
        return DigestUtils.sha256Hex(write(document));
    }

    /** Canonical JSON of a value. */
    static String write(JsonNode value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
