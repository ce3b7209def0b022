package io.dawsos.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dawsos.capability.AnswerJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AnswerTextTest {

    private static final JsonMapper MAPPER = AnswerJson.mapper();

    @RepeatedTest(200)
    void isWhatTheMapperWritesOfTheMembersAndHashesThoseThatItIsTold(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<String, Object> members = new LinkedHashMap<>();
        List<AnswerText.Extent> extents = new ArrayList<>();
        byte[] bytes;
        String hash;
        try (AnswerText text = new AnswerText(MAPPER)) {
            for (String name : List.of("data", "charts", "panels", "warnings")) {
                Object value = value(random);
                members.put(name, value);
                extents.add(text.member(name, value));
            }
            hash = text.hash(extents.get(1), extents.get(0), extents.get(2));
            bytes = text.end();
        }

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(json(members, "data", "charts", "panels", "warnings"));
        assertThat(hash).isEqualTo(DigestUtils.sha256Hex(json(members, "charts", "data", "panels")));
    }

    /** Empty, small, larger than the first array, and larger than what a generator keeps before it writes. */
    private static Object value(Random random) {
        int length = List.of(0, 1, 40, 3_000, 20_000).get(random.nextInt(5));
        return switch (random.nextInt(3)) {
            case 0 -> List.of();
            case 1 -> Map.of("text", "é€𝄞\"\n".repeat(length));
            default ->
                IntStream.range(0, length).mapToObj(n -> random.nextLong()).toList();
        };
    }

    private static String json(Map<String, Object> members, String... names) throws Exception {
        StringBuilder object = new StringBuilder();
        for (String name : names) {
            object.append(object.isEmpty() ? "{" : ",").append('"').append(name).append("\":");
            object.append(new String(MAPPER.writeValueAsBytes(members.get(name)), StandardCharsets.UTF_8));
        }
        return object.append('}').toString();
    }

    @Test
    void refusesWhatJsonCannotSay() {
        try (AnswerText text = new AnswerText(MAPPER)) {
            assertThatThrownBy(() -> text.member("data", Map.of("ratio", Double.NaN)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cannot be written as JSON")
                    .hasMessageContaining("NaN");
        }
    }
}
