package io.dawsos;

import static io.dawsos.Replies.json;
import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.pointers;
import static io.dawsos.Replies.problem;
import static io.dawsos.Replies.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dawsos.execution.RequestIds;
import io.dawsos.execution.StoredExecution;
import io.dawsos.export.Client;
import io.dawsos.export.ExportAttempt;
import io.dawsos.export.ExportDecider;
import io.dawsos.export.ExportDesk;
import io.dawsos.export.ExportFormat;
import io.dawsos.export.ExportRequest;
import io.dawsos.export.JsonRenderer;
import io.dawsos.pricing.PackId;
import io.dawsos.rights.RightsBook;
import io.dawsos.rights.TestingRights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No pattern's answer can be talked out of a provider: not by a step, not by the caller, not by a cache. */
class ExportDecisionsIT {

    private static final TestingService SERVICE = TestingService.shared();

    @TempDir
    private Path folder;

    static List<String> patterns() {
        return texts(json(SERVICE.get("/patterns")), "id");
    }

    private static String body(String pattern, String more) {
        String inputs = pattern.equals("holding_deep_dive") ? "{\"symbol\":\"MSFT\"" : "{";
        return "{\"pattern_id\":\"" + pattern + "\",\"inputs\":" + inputs + more;
    }

    private static ObjectNode executed(String pattern) {
        return (ObjectNode) ok(SERVICE.post("/execute", body(pattern, "}}")));
    }

    /** What comes of the answer, were it stored so. */
    private ExportAttempt decided(String registry, String pattern, JsonNode answer) throws IOException {
        Path file = folder.resolve("rights.yaml");
        Files.writeString(file, registry);
        Wiring wiring = SERVICE.service().wiring();
        ExportDecider decider = new ExportDecider(
                wiring.database.executions(),
                wiring.packs,
                wiring.patterns,
                new ExportDecider.Rights(RightsBook.open(Optional.of(file)), "staging", TestingRights.everyLicence()),
                wiring.clock);
        ExportDesk desk = new ExportDesk(
                decider,
                AuditKeys.audit(wiring.database, wiring.settings),
                List.of(new JsonRenderer()),
                folder,
                ZoneOffset.UTC);
        JsonNode trace = answer.path("trace");
        StoredExecution stored = new StoredExecution(
                UUID.fromString(trace.path("request_id").asText()),
                DevelopmentUser.ID,
                pattern,
                "",
                Optional.empty(),
                PackId.parse(trace.path("pricing_pack_id").asText()),
                trace.path("ledger_commit_hash").asText(),
                "success",
                answer.toString(),
                Optional.empty(),
                Instant.EPOCH,
                Duration.ZERO);
        return desk.decide(new ExportRequest(
                new Client(DevelopmentUser.ID, RequestIds.create(Optional.empty()), "", ""),
                stored.requestId(),
                Optional.of(stored),
                ExportFormat.JSON,
                false));
    }

    /** All that a decision consists of. */
    private List<Object> decision(String registry, String pattern, JsonNode answer) throws IOException {
        ExportAttempt attempt = decided(registry, pattern, answer);
        return List.of(attempt.whole(), attempt.violation(), attempt.refusal().isPresent());
    }

    /** The answer as it would be, had somebody left something out or kept it meanwhile. */
    private static List<ObjectNode> disguised(ObjectNode answer) {
        List<ObjectNode> all = new ArrayList<>();
        JsonNode steps = answer.path("trace").path("steps");
        for (int i = 0; i < steps.size(); i++) {
            for (int j = 0; j < steps.path(i).path("providers").size(); j++) {
                ObjectNode less = answer.deepCopy();
                ((ArrayNode) less.path("trace").path("steps").path(i).path("providers")).remove(j);
                all.add(less);
            }
        }
        ObjectNode silent = answer.deepCopy();
        ((ObjectNode) silent.path("trace")).putArray("providers");
        silent.path("trace").path("steps").forEach(step -> ((ObjectNode) step).putArray("providers"));
        all.add(silent);
        ObjectNode cached = answer.deepCopy();
        cached.path("trace").path("steps").forEach(step -> {
            ((ObjectNode) step).put("cached", true);
            ((ArrayNode) step.path("sources")).insert(0, "cache");
        });
        all.add(cached);
        ObjectNode both = silent.deepCopy();
        both.path("trace").path("steps").forEach(step -> ((ObjectNode) step).put("cached", true));
        all.add(both);
        return all;
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void isTheSameWhicheverProviderAStepLeavesOutAndWhateverIsCached(String pattern) throws IOException {
        ObjectNode answer = executed(pattern);
        List<Object> honest = decision(TestingRights.text(), pattern, answer);
        for (ObjectNode disguised : disguised(answer)) {
            assertThat(decision(TestingRights.text(), pattern, disguised)).isEqualTo(honest);
        }
        assertThat(decision(TestingRights.text(), pattern, executed(pattern)))
                .as("computed again, with whatever was cached")
                .isEqualTo(honest);
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void refusesEachProviderThatIsTakenBackHoweverItIsHidden(String pattern) throws IOException {
        ObjectNode answer = executed(pattern);
        List<String> providers = texts(answer.path("trace").path("providers"));
        assertThat(providers.isEmpty()).isEqualTo(pattern.equals("hello"));
        for (String provider : providers) {
            String without = TestingRights.text().replaceFirst("(?m)^  " + provider + ":", "  Another:");
            List<ObjectNode> all = new ArrayList<>(disguised(answer));
            all.add(answer);
            for (ObjectNode one : all) {
                ExportAttempt attempt = decided(without, pattern, one);
                assertThat(attempt.refusal().orElseThrow().detail())
                        .as(pattern + " without " + provider)
                        .containsIgnoringCase("provider '" + provider + "' is not in the rights registry");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void takesNoProviderFromTheCaller(String pattern) {
        String onTop = body(pattern, "}},").replaceFirst("},$", ",\"format\":\"csv\",\"providers\":[\"ECB\"]}");
        assertThat(pointers(problem(SERVICE.post("/export", onTop), 422, "VALIDATION_FAILED")))
                .containsExactly("/providers");
        String within = body(pattern, "")
                        .replaceFirst(
                                "(\\{|\")$",
                                "$1" + (pattern.equals("holding_deep_dive") ? "," : "") + "\"providers\":[\"ECB\"]},")
                + "\"format\":\"csv\"}";
        assertThat(pointers(problem(SERVICE.post("/export", within), 422, "VALIDATION_FAILED")))
                .containsExactly("/inputs/providers");
    }
}
