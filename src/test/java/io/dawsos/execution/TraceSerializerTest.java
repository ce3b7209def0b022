package io.dawsos.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dawsos.capability.AnswerJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** The serializer against Jackson's own reading of the records: the same bytes, whatever a trace holds. */
class TraceSerializerTest {

    @JsonSerialize // takes the serializer away again
    private interface AsRecord {}

    private static final JsonMapper OF_RECORDS =
            AnswerJson.mapper().rebuild().addMixIn(Trace.class, AsRecord.class).build();

    private static final List<StepTrace.Status> STATUSES = List.of(
            StepTrace.Status.OK, StepTrace.Status.SKIPPED, StepTrace.Status.FAILED, StepTrace.Status.NOT_REACHED);

    @RepeatedTest(200)
    void writesWhatTheRecordsSay(RepetitionInfo repetition) throws Exception {
        Trace trace = trace(new Random(repetition.getCurrentRepetition()));

        assertThat(AnswerJson.mapper().writeValueAsString(trace)).isEqualTo(OF_RECORDS.writeValueAsString(trace));
    }

    private static Trace trace(Random random) {
        return new Trace(
                "pattern_" + random.nextInt(9),
                Integer.toHexString(random.nextInt()),
                "1.0",
                "20231229_v1",
                day(random),
                random.nextInt(9),
                Long.toHexString(random.nextLong()),
                Long.toHexString(random.nextLong()),
                new UUID(random.nextLong(), random.nextLong()),
                random.nextBoolean() ? Optional.of(new UUID(random.nextLong(), random.nextLong())) : Optional.empty(),
                day(random),
                Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L)),
                millis(random),
                names(random),
                names(random),
                names(random),
                names(random),
                List.of(
                        new Trace.Staleness("a.b", day(random), OptionalInt.empty()),
                        new Trace.Staleness("c.d", day(random), OptionalInt.of(random.nextInt(900)))),
                steps(random),
                random.nextBoolean() ? Optional.of(Long.toHexString(random.nextLong())) : Optional.empty());
    }

    private static List<StepTrace> steps(Random random) {
        List<StepTrace> steps = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            steps.add(new StepTrace(
                    "step" + i,
                    random.nextBoolean() ? Optional.of("agent") : Optional.empty(),
                    "a.b",
                    STATUSES.get(random.nextInt(4)),
                    millis(random),
                    random.nextBoolean(),
                    arguments(random),
                    names(random),
                    names(random),
                    random.nextBoolean() ? Optional.of(day(random)) : Optional.empty(),
                    random.nextBoolean() ? OptionalInt.of(random.nextInt(900)) : OptionalInt.empty(),
                    names(random),
                    random.nextBoolean() ? Optional.of("reason \"quoted\" \u0007 < é") : Optional.empty()));
        }
        return steps;
    }

    private static Map<String, Object> arguments(Random random) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("z", random.nextInt());
        all.put("text", "line\n\u2028 \ud83d\ude00 " + random.nextInt());
        all.put("none", null);
        all.put("ratio", random.nextDouble());
        all.put("exact", new BigDecimal("12.50"));
        all.put("day", day(random));
        all.put("flag", random.nextBoolean());
        all.put("node", JsonNodeFactory.instance.numberNode(random.nextLong()));
        all.put("id", new UUID(random.nextLong(), random.nextLong()));
        all.keySet().removeIf(name -> random.nextInt(3) == 0);
        return all;
    }

    private static List<String> names(Random random) {
        return List.of("Demo", "ECB", "ledger:" + random.nextInt(9)).subList(0, random.nextInt(4));
    }

    private static LocalDate day(Random random) {
        return LocalDate.ofEpochDay(random.nextInt(30_000));
    }

    private static double millis(Random random) {
        return Math.floorDiv(random.nextLong(random.nextBoolean() ? 3_000_000L : 90_000_000_000L), 1_000L) / 1_000.0;
    }
}
