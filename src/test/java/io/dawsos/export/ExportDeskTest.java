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
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.rights.AuditEntry.Outcome;
import io.dawsos.rights.RightsBook;
import io.dawsos.testing.TestingPricingPacks;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
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

    @TempDir
    private Path folder;

    private TestingDesk testing;

    @BeforeEach
    void open() {
        testing = new TestingDesk(folder);
    }

    @Test
    void whatAllAllowGoesOutWithTheirAttributions() throws IOException {
        JsonNode json = testing.exported(PLAIN, false);
        assertThat(json.path("export").path("attributions").toString())
                .contains("FRED®", "Demonstration prices", "European Central Bank");
        assertThat(json.path("data").size()).isEqualTo(2);
        assertThat(testing.audited().outcome()).isEqualTo(Outcome.ALLOWED);
        assertThat(testing.audited().content())
                .contains("\"providers\":[\"FRED\",\"TESTPRICES\",\"TESTRATES\"]", "\"registry_hash\":\"")
                .contains("\"pricing_pack_id\":\"20231229_v1\"", "\"ledger_commit_hash\":\"abc\"")
                .contains("\"address\":\"127.0.0.1\"", "\"user_agent\":\"test/1\"");
    }

    @Nested
    class WhatOneForbids {
        @Test
        void isRefusedWithTheReasonAndAudited() {
            Failure refusal = testing.refused(MIXED, false);
            assertThat(refusal.reason()).isEqualTo(FailureReason.RIGHTS_VIOLATION);
            assertThat(refusal.detail())
                    .isEqualTo("Export blocked: NewsAPI data cannot be exported."
                            + " Remove restricted analysis or upgrade license.");
            assertThat(refusal.extensions()).containsEntry("blocked_providers", List.of("NewsAPI"));
            assertThat(testing.audited().content()).contains("\"blocked\":[\"format_forbidden NewsAPI\"]");
        }

        @Test
        void isLeftOutWhereThatIsAskedFor() throws IOException {
            JsonNode json = testing.exported(MIXED, true);
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
            assertThat(testing.audited().outcome()).isEqualTo(Outcome.REDACTED);
            assertThat(testing.audited().excluded()).containsExactly("news", "charts");
        }

        @Test
        void isRefusedAllTheSameWhenNothingElseIsThere() {
            Failure refusal = testing.refused(answer(step("news", "'NewsAPI'", "'newsapi:articles'", "")), true);
            assertThat(refusal.detail())
                    .isEqualTo("NewsAPI Developer Plan does not allow JSON export. Upgrade to Business Plan.");
        }

        @Test
        void goesOutInShadowAndIsAudited() throws IOException {
            testing.shadow();
            JsonNode json = testing.exported(MIXED, false);
            assertThat(json.path("data")).hasSize(4);
            assertThat(json.path("export").path("watermark").asText()).contains("internal use only");
            assertThat(testing.audited().outcome()).isEqualTo(Outcome.SHADOW);
            assertThat(testing.audited().reason().orElseThrow()).contains("NewsAPI data cannot be exported");
        }
    }

    @Nested
    class ThePattern {
        @Test
        void mayAllowLess() {
            testing.allowed = "'export_allowed':{'pdf':true,'csv':false},";
            Failure refusal = testing.refused(PLAIN, true);
            assertThat(refusal.reason()).isEqualTo(FailureReason.RIGHTS_VIOLATION);
            assertThat(refusal.detail())
                    .isEqualTo("Export blocked: pattern 'report' does not allow JSON export (export_allowed).");
        }

        @Test
        void isObeyedInShadowToo() {
            testing.allowed = "'export_allowed':{},";
            testing.shadow();
            assertThat(testing.refused(PLAIN, false).detail()).contains("export_allowed");
        }
    }

    @Nested
    class ARequest {
        @Test
        void forAForeignOrUnknownResultIsRefusedAlikeAndAudited() {
            ExportDesk desk = testing.desk(PLAIN);
            for (ExportRequest request : List.of(
                    TestingExports.request(UUID.randomUUID(), RESULT, ExportFormat.JSON, false),
                    TestingExports.request(ALICE, UUID.randomUUID(), ExportFormat.JSON, false))) {
                ExportAttempt attempt = desk.decide(request);
                desk.audit(attempt);
                assertThat(attempt.refusal().orElseThrow().reason()).isEqualTo(FailureReason.EXECUTION_NOT_FOUND);
                assertThat(testing.audited().outcome()).isEqualTo(Outcome.REFUSED);
                assertThat(testing.audited().userId())
                        .isEqualTo(request.client().userId());
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"error", "blocked"})
        void forAnExecutionThatFailedIsTold(String how) {
            testing.status = how;
            Failure refusal = testing.refused(PLAIN, true);
            assertThat(refusal.reason()).isEqualTo(FailureReason.EXECUTION_FAILED);
            assertThat(refusal.detail()).contains("ended as " + how);
        }

        @Test
        void forAFormatThatNobodyRendersIsTold() {
            Failure refusal = catchThrowableOfType(
                    Failure.class,
                    () -> testing.desk(PLAIN).decide(TestingExports.request(ALICE, RESULT, ExportFormat.PDF, false)));
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
            testing.profile = "production";
            testing.audit.breakDown();
            ExportDesk desk = testing.desk(PLAIN);
            ExportAttempt attempt = desk.decide(TestingExports.request(ALICE, RESULT, ExportFormat.JSON, false));
            assertThat(desk.isRefused(attempt)).isFalse();
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> desk.audit(attempt))
                    .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.SERVICE_UNAVAILABLE));
        }

        @Test
        void thatCannotBeWrittenStopsNothingWhereTheProfileSaysSo() throws IOException {
            testing.audit.breakDown();
            assertThat(testing.exported(PLAIN, false).path("data")).hasSize(2);
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
        ExportAttempt attempt = testing.attempt(testing.desk(PLAIN), false);
        ExportDesk broken = new ExportDesk(
                new ExportDecider(
                        TestingExports.holding(TestingExports.execution("success", PLAIN)),
                        new TestingPricingPacks(List.of()),
                        TestingExports.patterns(folder.resolve("patterns")),
                        new ExportDecider.Rights(RightsBook.open(Optional.empty()), testing.profile, new TreeSet<>()),
                        Clock.fixed(TestingDesk.NOON, ZoneOffset.UTC)),
                testing.audit,
                List.of(failing),
                folder.resolve("out"),
                ZoneOffset.UTC);
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> broken.render(attempt))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.INTERNAL_ERROR));
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }
}
