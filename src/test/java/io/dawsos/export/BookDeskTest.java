package io.dawsos.export;

import static io.dawsos.export.TestingAnswers.MIXED;
import static io.dawsos.export.TestingAnswers.PLAIN;
import static io.dawsos.export.TestingExports.ALICE;
import static io.dawsos.export.TestingExports.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dawsos.execution.ExecutionStore;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.failure.Violation;
import io.dawsos.rights.AuditEntry;
import io.dawsos.rights.AuditEntry.Outcome;
import io.dawsos.rights.RightsBook;
import io.dawsos.rights.TestingRights;
import io.dawsos.testing.TestingPacks;
import io.dawsos.testing.TestingPricingPacks;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stations of a book over two stored results, of which one has news that may not leave. */
class BookDeskTest {

    private static final UUID NEWS = UUID.fromString("22222222-2222-2222-2222-222222222222");
    private static final UUID NOBODY = UUID.fromString("99999999-9999-9999-9999-999999999999");

    @TempDir
    private Path folder;

    private final TestingExports.Audit audit = new TestingExports.Audit();
    private String profile = "staging";

    private BookDesk desk(ExportRenderer renderer, int mostMegabytes) throws IOException {
        Path patterns = Files.createDirectories(folder.resolve("patterns"));
        Files.writeString(
                patterns.resolve("report.json"),
                "{\"id\":\"report\",\"name\":\"The report\","
                        + "\"steps\":[{\"capability\":\"example.echo\",\"args\":{\"message\":\"x\"}}],\"outputs\":[\"last\"]}");
        Path registry = folder.resolve("rights.yaml");
        Files.writeString(
                registry,
                TestingRights.text()
                        .replaceFirst("(?m)^  Demo:", "  TESTPRICES:")
                        .replaceFirst("(?m)^  ECB:", "  TESTRATES:"));
        ExportDecider decider = new ExportDecider(
                stored(),
                new TestingPricingPacks(List.of(TestingPacks.on("2023-12-29")
                        .price("AAPL", "190", "USD")
                        .rate("USD", "CAD", "1.3")
                        .book())),
                TestingExports.patterns(patterns),
                new ExportDecider.Rights(
                        RightsBook.open(Optional.of(registry)), profile, new TreeSet<>(TestingRights.everyLicence())),
                Clock.fixed(Instant.parse("2024-01-02T12:00:00Z"), ZoneOffset.UTC));
        return new BookDesk(
                new ExportDesk(decider, audit, List.of(renderer), folder.resolve("out"), ZoneOffset.UTC),
                mostMegabytes);
    }

    private static ExecutionStore stored() {
        return TestingExports.holding(Map.of(
                RESULT, TestingExports.execution("success", PLAIN),
                NEWS, TestingExports.execution("success", MIXED)));
    }

    private static BookRequest request(UUID user, boolean redact, UUID... executions) {
        return new BookRequest(
                "A book",
                Stream.of(executions)
                        .map(execution -> TestingExports.request(user, execution, ExportFormat.JSON, redact))
                        .toList());
    }

    private BookAttempt attempt(BookDesk desk, BookRequest request) {
        BookAttempt attempt = desk.decide(request);
        desk.audit(attempt);
        return attempt;
    }

    private List<Outcome> outcomes() {
        return audit.entries.stream().map(AuditEntry::outcome).toList();
    }

    private List<Path> files() throws IOException {
        Path out = folder.resolve("out");
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(out)) {
            return files.toList();
        }
    }

    @Test
    void whatAllAllowIsWrittenReportByReportWithARowForEach() throws IOException {
        BookDesk desk = desk(new JsonRenderer(), 8);
        BookAttempt attempt = attempt(desk, request(ALICE, false, RESULT, RESULT));
        assertThat(desk.isRefused(attempt)).isFalse();
        BookParts parts = desk.render(attempt);
        assertThat(parts.title()).isEqualTo("A book");
        assertThat(parts.files())
                .hasSize(2)
                .allSatisfy(file ->
                        assertThat(file.path()).content(StandardCharsets.UTF_8).contains("Demonstration prices"));
        assertThat(outcomes()).containsExactly(Outcome.ALLOWED, Outcome.ALLOWED);
    }

    @Test
    void oneThatMayNotLeaveKeepsBackAllAndEachRowSaysSo() throws IOException {
        BookDesk desk = desk(new JsonRenderer(), 8);
        BookAttempt attempt = attempt(desk, request(ALICE, false, RESULT, NEWS));
        assertThat(desk.isRefused(attempt)).isTrue();
        Failure refusal = attempt.refusal().orElseThrow();
        assertThat(refusal.reason()).isEqualTo(FailureReason.RIGHTS_VIOLATION);
        assertThat(refusal.detail()).contains("NewsAPI data cannot be exported");
        assertThat(refusal.extensions())
                .containsEntry("refused", List.of(Map.of("request_id", NEWS.toString(), "detail", refusal.detail())));
        assertThat(outcomes()).containsExactly(Outcome.REFUSED, Outcome.REFUSED);
        assertThat(audit.entries.get(0).reason().orElseThrow())
                .isEqualTo("Kept back with the book it was asked for in: " + refusal.detail());
        assertThat(attempt.reports())
                .allSatisfy(one -> assertThat(one.release()).isEmpty());
        assertThat(files()).isEmpty();
    }

    @Test
    void whatIsBlockedIsLeftOutWhereThatIsAskedFor() throws IOException {
        BookDesk desk = desk(new JsonRenderer(), 8);
        BookAttempt attempt = attempt(desk, request(ALICE, true, RESULT, NEWS));
        assertThat(desk.isRefused(attempt)).isFalse();
        assertThat(desk.render(attempt).files().get(1).path())
                .content(StandardCharsets.UTF_8)
                .doesNotContain("figure_of_news");
        assertThat(outcomes()).containsExactly(Outcome.ALLOWED, Outcome.REDACTED);
    }

    @Test
    void aResultThatIsNotThereRefusesTheBook() throws IOException {
        BookDesk desk = desk(new JsonRenderer(), 8);
        BookAttempt attempt = attempt(desk, request(ALICE, false, RESULT, NOBODY));
        assertThat(attempt.refusal().orElseThrow().reason()).isEqualTo(FailureReason.EXECUTION_NOT_FOUND);
        assertThat(outcomes()).containsExactly(Outcome.REFUSED, Outcome.REFUSED);
    }

    @Test
    void resultsOfAnotherUserAreNotThere() throws IOException {
        BookAttempt attempt = attempt(desk(new JsonRenderer(), 8), request(NOBODY, false, RESULT, NEWS));
        assertThat(attempt.refusal().orElseThrow().reason()).isEqualTo(FailureReason.EXECUTION_NOT_FOUND);
    }

    @Test
    void withoutItsRowsThereIsNoBookWhereTheProfileDemandsThem() throws IOException {
        profile = "production";
        audit.breakDown();
        BookDesk desk = desk(new JsonRenderer(), 8);
        BookAttempt decided = desk.decide(request(ALICE, false, RESULT, RESULT));
        assertThat(desk.isRefused(decided)).isFalse();
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> desk.audit(decided))
                .extracting(Failure::reason)
                .isEqualTo(FailureReason.SERVICE_UNAVAILABLE);
    }

    @Test
    void aBookThatIsTooLargeIsRefusedAndNothingIsLeft() throws IOException {
        BookDesk desk = desk(new JsonRenderer(), 0);
        BookAttempt attempt = attempt(desk, request(ALICE, false, RESULT, RESULT));
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> desk.render(attempt))
                .satisfies(failure -> assertThat(failure.violations())
                        .extracting(Violation::pointer)
                        .containsExactly("/request_ids/0"));
        assertThat(files()).isEmpty();
    }

    @Test
    void aReportThatCannotBeWrittenLeavesNoneOfTheOthers() throws IOException {
        BookDesk desk = desk(new FailingTheSecondTime(), 8);
        BookAttempt attempt = attempt(desk, request(ALICE, false, RESULT, RESULT));
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> desk.render(attempt))
                .extracting(Failure::reason)
                .isEqualTo(FailureReason.INTERNAL_ERROR);
        assertThat(files()).isEmpty();
    }

    /** A disk that is full after the first file. */
    private static final class FailingTheSecondTime implements ExportRenderer {
        private int times;

        @Override
        public ExportFormat format() {
            return ExportFormat.JSON;
        }

        @Override
        public void render(ExportDocument document, OutputStream out) throws IOException {
            out.write(1);
            if (++times > 1) {
                throw new IOException("No space left");
            }
        }
    }
}
