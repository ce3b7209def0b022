package io.dawsos.export;

import static io.dawsos.export.TestingAnswers.MIXED;
import static io.dawsos.export.TestingAnswers.PLAIN;
import static io.dawsos.export.TestingAnswers.answer;
import static io.dawsos.export.TestingAnswers.step;
import static io.dawsos.export.TestingExports.ALICE;
import static io.dawsos.export.TestingExports.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.rights.AuditEntry;
import io.dawsos.rights.AuditEntry.Outcome;
import io.dawsos.rights.RightsBook;
import io.dawsos.rights.TestingRights;
import io.dawsos.testing.TestingPacks;
import io.dawsos.testing.TestingPricingPacks;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stations of an export over stored results. */
class ExportDeskTest {

    private static final Instant NOON = Instant.parse("2024-01-02T12:00:00Z");

    @TempDir
    private Path folder;

    private final TestingExports.Audit audit = new TestingExports.Audit();
    private String status = "success";
    private String profile = "staging";
    private String registry = "";
    private String allowed = "";

    @BeforeEach
    void theTestPackIsInTheRegistry() {
        registry = TestingRights.text()
                .replaceFirst("(?m)^  Demo:", "  TESTPRICES:")
                .replaceFirst("(?m)^  ECB:", "  TESTRATES:");
    }

    private ExportDesk desk(String response) {
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

    private static ExportAttempt attempt(ExportDesk desk, boolean redact) {
        ExportAttempt attempt = desk.decide(TestingExports.request(ALICE, RESULT, ExportFormat.JSON, redact));
        desk.audit(attempt);
        return attempt;
    }

    private JsonNode exported(String response, boolean redact) throws IOException {
        ExportDesk desk = desk(response);
        ExportAttempt attempt = attempt(desk, redact);
        assertThat(attempt.refusal()).isEmpty();
        assertThat(desk.isRefused(attempt)).isFalse();
        return new JsonMapper().readTree(desk.render(attempt).path().toFile());
    }

    private Failure refused(String response, boolean redact) {
        ExportDesk desk = desk(response);
        ExportAttempt attempt = attempt(desk, redact);
        assertThat(desk.isRefused(attempt)).isTrue();
        assertThat(audit.entries)
                .last()
                .satisfies(entry -> assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED));
        return attempt.refusal().orElseThrow();
    }

    private AuditEntry audited() {
        return audit.entries.get(audit.entries.size() - 1);
    }

    @Test
    void whatAllAllowGoesOutWithTheirAttributions() throws IOException {
        JsonNode json = exported(PLAIN, false);
        assertThat(json.path("export").path("attributions").toString())
                .contains("FRED®", "Demonstration prices", "European Central Bank");
        assertThat(json.path("data").size()).isEqualTo(2);
        assertThat(audited().outcome()).isEqualTo(Outcome.ALLOWED);
        assertThat(audited().content())
                .contains("\"providers\":[\"FRED\",\"TESTPRICES\",\"TESTRATES\"]", "\"registry_hash\":\"")
                .contains("\"pricing_pack_id\":\"20231229_v1\"", "\"ledger_commit_hash\":\"abc\"")
                .contains("\"address\":\"127.0.0.1\"", "\"user_agent\":\"test/1\"");
    }

    @Nested
    class WhatOneForbids {
        @Test
        void isRefusedWithTheReasonAndAudited() {
            Failure refusal = refused(MIXED, false);
            assertThat(refusal.reason()).isEqualTo(FailureReason.RIGHTS_VIOLATION);
            assertThat(refusal.detail())
                    .isEqualTo("Export blocked: NewsAPI data cannot be exported."
                            + " Remove restricted analysis or upgrade license.");
            assertThat(refusal.extensions()).containsEntry("blocked_providers", List.of("NewsAPI"));
            assertThat(audited().content()).contains("\"blocked\":[\"format_forbidden NewsAPI\"]");
        }

        @Test
        void isLeftOutWhereThatIsAskedFor() throws IOException {
            JsonNode json = exported(MIXED, true);
            assertThat(json.path("data").fieldNames()).toIterable().containsExactly("holdings", "curve");
            assertThat(json.path("charts")).isEmpty();
            assertThat(json.path("panels")).hasSize(2);
            assertThat(json.path("export").path("attributions").toString())
                    .contains("Demonstration prices")
                    .doesNotContain("News");
            assertThat(json.path("export").path("watermark").isMissingNode()).isTrue();
            assertThat(json.path("export").path("excluded").findValuesAsText("output"))
                    .containsExactly("news", "charts");
            assertThat(json.path("export")
                            .path("excluded")
                            .path(0)
                            .path("title")
                            .asText())
                    .isEqualTo("The news");
            assertThat(json.path("warnings")).hasSize(1);
            assertThat(json.toString()).doesNotContain("figure_of_news", "figure_of_charts");
            assertThat(audited().outcome()).isEqualTo(Outcome.REDACTED);
            assertThat(audited().excluded()).containsExactly("news", "charts");
        }

        @Test
        void isRefusedAllTheSameWhenNothingElseIsThere() {
            Failure refusal = refused(answer(step("news", "'NewsAPI'", "'newsapi:articles'", "")), true);
            assertThat(refusal.detail())
                    .isEqualTo("NewsAPI Developer Plan does not allow JSON export. Upgrade to Business Plan.");
        }

        @Test
        void goesOutInShadowAndIsAudited() throws IOException {
            registry = registry.replaceFirst("(?m)^    action_on_violation: block", "    action_on_violation: shadow");
            JsonNode json = exported(MIXED, false);
            assertThat(json.path("data")).hasSize(4);
            assertThat(json.path("export").path("watermark").asText()).contains("internal use only");
            assertThat(audited().outcome()).isEqualTo(Outcome.SHADOW);
            assertThat(audited().reason().orElseThrow()).contains("NewsAPI data cannot be exported");
        }
    }

    @Nested
    class TheDecisionComesFromTheTraceAlone {
        @Test
        void soThatAPackStandsForItsProviders() {
            registry = registry.replaceFirst("(?m)^  TESTRATES:", "  OTHER:");
            String silent = answer(step("holdings", "'TESTPRICES'", "'pricing_pack:20231229_v1'", ""));
            assertThat(refused(silent, false).detail())
                    .isEqualTo("Export blocked: provider 'TESTRATES' is not in the rights registry.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"'NewsAPI'", "", "'TESTPRICES'"})
        void soThatASourceStandsForItsProvider(String providers) {
            String silent = answer(step("news", providers, "'newsapi:articles'", ""));
            assertThat(refused(silent, false).detail()).contains("NewsAPI");
        }

        @Test
        void soThatAPackThatIsNotThereIsNobodys() {
            String lost = answer(step("holdings", "", "'pricing_pack:20200101_v1'", ""));
            assertThat(refused(lost, false).detail())
                    .contains("'pricing_pack:20200101_v1' is not in the rights registry");
        }

        @Test
        void soThatFredWithoutItsSeriesIsRefused() {
            String silent = answer(step("curve", "'FRED'", "'ledger:abc'", ""));
            assertThat(refused(silent, false).detail())
                    .isEqualTo("Export blocked: the result does not say which FRED series it was computed from.");
            String spread = answer(step("curve", "", "'fred:BAA10Y'", ""));
            assertThat(refused(spread, false).detail()).contains("FRED series BAA10Y belongs to a third party");
        }

        @Test
        void soThatAResultFromACacheIsDecidedLikeTheOriginal() {
            String cached = answer(step("news", "", "'cache','newsapi:articles'", ""))
                    .replace("'status':'ok'", "'status':'ok','cached':true");
            assertThat(refused(cached, false).detail())
                    .isEqualTo(refused(answer(step("news", "'NewsAPI'", "'newsapi:articles'", "")), false)
                            .detail());
        }

        @Test
        void soThatASourceThatNobodyKnowsIsRefused() {
            String strange = answer(step("holdings", "'TESTPRICES'", "'mystery:feed'", ""));
            assertThat(refused(strange, false).detail())
                    .isEqualTo("Export blocked: provider 'mystery' is not in the rights registry.");
        }

        @Test
        void soThatAnOutputOfNobodyIsRefusedOrLeftOut() throws IOException {
            String mixed = answer(
                    step("holdings", "'TESTPRICES','TESTRATES'", "'pricing_pack:20231229_v1'", ""),
                    step("echo", "", "'ledger:abc'", ""));
            assertThat(refused(mixed, false).detail()).contains("names no data provider");
            assertThat(exported(mixed, true).path("data").fieldNames())
                    .toIterable()
                    .containsExactly("holdings");
        }
    }

    @Nested
    class ThePattern {
        @Test
        void mayAllowLess() {
            allowed = "'export_allowed':{'pdf':true,'csv':false},";
            Failure refusal = refused(PLAIN, true);
            assertThat(refusal.reason()).isEqualTo(FailureReason.RIGHTS_VIOLATION);
            assertThat(refusal.detail())
                    .isEqualTo("Export blocked: pattern 'report' does not allow JSON export (export_allowed).");
        }

        @Test
        void isObeyedInShadowToo() {
            allowed = "'export_allowed':{},";
            registry = registry.replaceFirst("(?m)^    action_on_violation: block", "    action_on_violation: shadow");
            assertThat(refused(PLAIN, false).detail()).contains("export_allowed");
        }
    }

    @Nested
    class ARequest {
        @Test
        void forAForeignOrUnknownResultIsRefusedAlikeAndAudited() {
            ExportDesk desk = desk(PLAIN);
            for (ExportRequest request : List.of(
                    TestingExports.request(UUID.randomUUID(), RESULT, ExportFormat.JSON, false),
                    TestingExports.request(ALICE, UUID.randomUUID(), ExportFormat.JSON, false))) {
                ExportAttempt attempt = desk.decide(request);
                desk.audit(attempt);
                assertThat(attempt.refusal().orElseThrow().reason()).isEqualTo(FailureReason.EXECUTION_NOT_FOUND);
                assertThat(audited().outcome()).isEqualTo(Outcome.REFUSED);
                assertThat(audited().userId()).isEqualTo(request.client().userId());
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"error", "blocked"})
        void forAnExecutionThatFailedIsTold(String how) {
            status = how;
            Failure refusal = refused(PLAIN, true);
            assertThat(refusal.reason()).isEqualTo(FailureReason.EXECUTION_FAILED);
            assertThat(refusal.detail()).contains("ended as " + how);
        }

        @Test
        void forAFormatThatNobodyRendersIsTold() {
            Failure refusal = catchThrowableOfType(
                    Failure.class,
                    () -> desk(PLAIN).decide(TestingExports.request(ALICE, RESULT, ExportFormat.PDF, false)));
            assertThat(refusal.violations())
                    .singleElement()
                    .satisfies(violation ->
                            assertThat(violation.message()).isEqualTo("Nothing here renders pdf; there are [json]"));
        }
    }

    @Nested
    class TheAudit {
        @Test
        void thatCannotBeWrittenStopsAnExportInProduction() {
            profile = "production";
            audit.breakDown();
            ExportDesk desk = desk(PLAIN);
            ExportAttempt attempt = desk.decide(TestingExports.request(ALICE, RESULT, ExportFormat.JSON, false));
            assertThat(desk.isRefused(attempt)).isFalse();
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> desk.audit(attempt))
                    .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.SERVICE_UNAVAILABLE));
        }

        @Test
        void thatCannotBeWrittenStopsNothingWhereTheProfileSaysSo() throws IOException {
            audit.breakDown();
            assertThat(exported(PLAIN, false).path("data")).hasSize(2);
        }
    }

    @Test
    void aFileThatCannotBeWrittenLeavesNothingBehind() throws IOException {
        ExportRenderer failing = new ExportRenderer() {
            @Override
            public ExportFormat format() {
                return ExportFormat.JSON;
            }

            @Override
            public void render(ExportDocument document, OutputStream out) throws IOException {
                out.write(new byte[100_000]);
                throw new IOException("disk full");
            }
        };
        ExportAttempt attempt = attempt(desk(PLAIN), false);
        ExportDesk broken = new ExportDesk(
                new ExportDecider(
                        TestingExports.holding(TestingExports.execution("success", PLAIN)),
                        new TestingPricingPacks(List.of()),
                        TestingExports.patterns(folder.resolve("patterns")),
                        new ExportDecider.Rights(RightsBook.open(Optional.empty()), profile, new TreeSet<>()),
                        Clock.fixed(NOON, ZoneOffset.UTC)),
                audit,
                List.of(failing),
                folder.resolve("out"),
                ZoneOffset.UTC);
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> broken.render(attempt))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.INTERNAL_ERROR));
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }
}
