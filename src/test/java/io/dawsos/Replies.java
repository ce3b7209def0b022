package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** What tests read out of HTTP replies. */
final class Replies {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** What must never reach a client: a stack trace, SQL, a file, a class. */
    private static final String LEAK =
            "(?s).*(\\bat [a-z]+\\.[\\w.$]+\\(|Exception|\\bselect\\b.*\\bfrom\\b|io\\.dawsos|org\\.apache|io\\.vertx|com\\.fasterxml|java\\.|\\.java\\b|/tmp/|postgresql:).*";

    private Replies() {}

    static JsonNode json(HttpResponse<String> reply) {
        return json(reply.body());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }

    /** The body of a reply that answers. */
    static JsonNode ok(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/json");
        return json(reply);
    }

    /** The document of a reply that refuses: whole, with its ids, and without anything that belongs to the server. */
    static JsonNode problem(HttpResponse<String> reply, int status, String error) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(reply.body()).doesNotMatch(LEAK);
        JsonNode problem = json(reply);
        assertThat(problem.path("error").asText()).as(reply.body()).isEqualTo(error);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asText()).startsWith("urn:dawsos:problem:");
        assertThat(problem.path("title").asText()).isNotEmpty();
        assertThat(problem.path("detail").asText()).isNotEmpty();
        assertThat(problem.path("instance").asText()).isNotEmpty();
        assertThat(reply.headers().firstValue("X-Trace-ID"))
                .contains(problem.path("trace_id").asText());
        assertThat(reply.headers().firstValue("X-Request-Id"))
                .contains(problem.path("request_id").asText());
        return problem;
    }

    /** Pointers of all violations of a problem. */
    static List<String> pointers(JsonNode problem) {
        return texts(problem.path("violations"), "pointer");
    }

    /** One member of every element. */
    static List<String> texts(JsonNode array, String member) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.path(member).asText()));
        return texts;
    }

    /** Elements of an array of texts. */
    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    /** The part of an answer's text that stands between the member {@code name} and the member {@code next}. */
    static String member(String body, String name, String next) {
        int from = body.indexOf("\"" + name + "\":") + name.length() + 3;
        return body.substring(from, body.indexOf(",\"" + next + "\":", from));
    }
}
