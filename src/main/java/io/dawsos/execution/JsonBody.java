package io.dawsos.execution;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.pattern.Words;
import java.io.IOException;

/** Reads a JSON object from untrusted bytes, within bounds. */
public final class JsonBody {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_NUMBER = 100;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNameLength(LONGEST_NAME)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonBody() {}

    /**
     * The object that {@code body} holds; throws {@link Failure} INVALID_JSON.
     *
     * @param example of such an object, for whoever sent something else
     */
    public static ObjectNode object(byte[] body, String example) {
        try {
            JsonNode tree = JSON.readTree(body);
            if (tree instanceof ObjectNode members) {
                return members;
            }
            String found = tree == null || tree.isMissingNode() ? "nothing" : "JSON of another kind";
            throw new Failure(
                    FailureReason.INVALID_JSON,
                    "The body must be a JSON object such as " + example + "; found " + found);
        } catch (StreamConstraintsException e) {
            throw new Failure(
                    FailureReason.INVALID_JSON,
                    "The body goes beyond what is read: at most " + DEEPEST + " levels, " + LONGEST_NAME
                            + " characters in a name, " + LONGEST_NUMBER + " in a number");
        } catch (JsonProcessingException e) {
            throw new Failure(FailureReason.INVALID_JSON, syntax(e));
        } catch (IOException e) {
            throw new Failure(FailureReason.INVALID_JSON, "The body is not UTF-8 JSON");
        }
    }

    private static String syntax(JsonProcessingException e) {
        String place = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return "The body is not valid JSON" + place + ": " + firstSentence(String.valueOf(e.getOriginalMessage()));
    }

    /** What comes before the first line break, parenthesis or bracket: the parser's words without the echoed source. */
    private static String firstSentence(String message) {
        return Words.harmless(message.split("[\\n(\\[]", 2)[0].strip());
    }
}
