package io.dawsos.export;

import static io.dawsos.export.TestingExports.ALICE;
import static io.dawsos.export.TestingExports.RESULT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dawsos.failure.Failure;
import io.dawsos.rights.AuditEntry;
import io.dawsos.rights.AuditEntry.Outcome;
import io.dawsos.rights.RightsBook;
import io.dawsos.rights.TestingRights;
import io.dawsos.testing.TestingPacks;
import io.dawsos.testing.TestingPricingPacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A desk over one stored result, whose answer, pattern, registry and profile a test sets. */
final class TestingDesk {

    static final Instant NOON = Instant.parse("2024-01-02T12:00:00Z");

    final TestingExports.Audit audit = new TestingExports.Audit();
    String status = "success";
    String profile = "staging";
    String registry = TestingRights.text()
            .replaceFirst("(?m)^  Demo:", "  TESTPRICES:")
            .replaceFirst("(?m)^  ECB:", "  TESTRATES:");
    String allowed = "";

    private final Path folder;

    TestingDesk(Path folder) {
        this.folder = folder;
    }

    /** What the registry blocks is shadowed from now on. */
    void shadow() {
        registry = registry.replaceFirst("(?m)^    action_on_violation: block", "    action_on_violation: shadow");
    }

    ExportDesk desk(String response) {
        try {
            Path patterns = Files.createDirectories(folder.resolve("patterns"));
            Files.writeString(
                    patterns.resolve("report.json"),
                    "{\"id\":\"report\",\"name\":\"The report\"," + allowed.replace('\'', '"')
                            + "\"steps\":[{\"capability\":\"example.echo\",\"args\":{\"message\":\"x\"}}],\"outputs\":[\"last\"]}");
            Path file = folder.resolve("rights.yaml");
            Files.writeString(file, registry);
            TreeSet<String> licences = new TreeSet<>(TestingRights.everyLicence());
            ExportDecider decider = new ExportDecider(
                    TestingExports.holding(TestingExports.execution(status, response)),
                    new TestingPricingPacks(List.of(TestingPacks.on("2023-12-29")
                            .price("AAPL", "190", "USD")
                            .rate("USD", "CAD", "1.3")
                            .book())),
                    TestingExports.patterns(patterns),
                    new ExportDecider.Rights(RightsBook.open(Optional.of(file)), profile, licences),
                    Clock.fixed(NOON, ZoneOffset.UTC));
            return new ExportDesk(
                    decider, audit, List.of(new JsonRenderer()), folder.resolve("out"), ZoneId.of("America/Toronto"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    ExportAttempt attempt(ExportDesk desk, boolean redact) {
        ExportAttempt attempt = desk.decide(TestingExports.request(ALICE, RESULT, ExportFormat.JSON, redact));
        desk.audit(attempt);
        return attempt;
    }

    JsonNode exported(String response, boolean redact) throws IOException {
        ExportDesk desk = desk(response);
        ExportAttempt attempt = attempt(desk, redact);
        assertThat(attempt.refusal()).isEmpty();
        assertThat(desk.isRefused(attempt)).isFalse();
        return new JsonMapper().readTree(desk.render(attempt).path().toFile());
    }

    Failure refused(String response, boolean redact) {
        ExportDesk desk = desk(response);
        ExportAttempt attempt = attempt(desk, redact);
        assertThat(desk.isRefused(attempt)).isTrue();
        assertThat(audit.entries)
                .last()
                .satisfies(entry -> assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED));
        return attempt.refusal().orElseThrow();
    }

    AuditEntry audited() {
        return audit.entries.get(audit.entries.size() - 1);
    }
}
