package io.dawsos;

import static io.dawsos.Replies.json;
import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.pointers;
import static io.dawsos.Replies.problem;
import static io.dawsos.Replies.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.rights.TestingRights;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** PDF reports and books as clients ask for them. */
class ReportIT {

    private static final TestingService SERVICE = TestingService.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static String body(String pattern) {
        String inputs = pattern.equals("holding_deep_dive") ? "{\"symbol\":\"MSFT\"}" : "{}";
        return "{\"pattern_id\":\"" + pattern + "\",\"inputs\":" + inputs + "}";
    }

    private static JsonNode trace(String pattern) {
        return ok(SERVICE.post("/execute", body(pattern))).path("trace");
    }

    private static HttpResponse<byte[]> sent(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> exported(JsonNode trace) throws IOException, InterruptedException {
        return sent(SERVICE.request("/v1/executions/" + trace.path("request_id").asText() + "/export?format=pdf")
                .POST(BodyPublishers.noBody())
                .build());
    }

    private static HttpResponse<byte[]> book(String body) throws IOException, InterruptedException {
        return sent(SERVICE.request("/v1/exports/book")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static String ids(JsonNode... traces) {
        List<String> ids = new ArrayList<>();
        for (JsonNode trace : traces) {
            ids.add(trace.path("request_id").toString());
        }
        return "{\"request_ids\":[" + String.join(",", ids) + "]";
    }

    /** The text of each page, a blank for each white space. */
    private static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replaceAll("\\s+", " "));
            }
        }
        return pages;
    }

    /** What must stand on each page of an answer, from the providers of its trace. */
    private static List<String> attributions(JsonNode trace) {
        return TestingRights.attributions(texts(trace.path("providers")));
    }

    static List<String> patterns() {
        return texts(json(SERVICE.get("/patterns")), "id");
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void everyPatternIsAReportWithItsAttributionsOnEachPageOrRefusedWithItsReason(String pattern) throws Exception {
        JsonNode trace = trace(pattern);
        if (trace.path("providers").isEmpty()) {
            String oneStep = body(pattern).replaceFirst("}$", ",\"format\":\"pdf\"}");
            assertThat(problem(SERVICE.post("/export", oneStep), 403, "RIGHTS_VIOLATION")
                            .path("detail")
                            .asText())
                    .contains("Export blocked: provider 'example_agent' is not in the rights registry");
            return;
        }
        HttpResponse<byte[]> reply = exported(trace);
        JsonNode allowed = json(SERVICE.get("/v1/patterns/" + pattern)).path("export_allowed");
        if (!allowed.isMissingNode() && !allowed.path("pdf").asBoolean()) {
            assertThat(reply.statusCode()).isEqualTo(403);
            assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("does not allow PDF export");
            return;
        }
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/pdf");
        List<String> expected = attributions(trace);
        assertThat(expected).isNotEmpty();
        List<String> pages = pages(reply.body());
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i))
                    .contains(expected)
                    .contains("Pack: " + trace.path("pricing_pack_id").asText())
                    .contains("Page " + (i + 1) + " of " + pages.size());
        }
    }

    @Nested
    class ABook {

        private final JsonNode overview = trace("portfolio_overview");
        private final JsonNode income = trace("portfolio_income");

        @Test
        void isOneFileOfAllReportsNumberedThroughWithARowForEach() throws Exception {
            HttpResponse<byte[]> reply = book(ids(overview, income) + ",\"title\":\"My <quarter>\"}");
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.headers().firstValue("Content-Type")).contains("application/pdf");
            assertThat(reply.headers().firstValue("Content-Disposition").orElseThrow())
                    .matches("attachment; filename=\"DawsOS_book_\\d{4}-\\d{2}-\\d{2}\\.pdf\"");
            assertThat(reply.headers().firstValue("X-Pack-ID"))
                    .contains(overview.path("pricing_pack_id").asText());
            List<String> pages = pages(reply.body());
            assertThat(pages.get(0))
                    .contains("My <quarter>", "2 reports")
                    .contains(attributions(overview))
                    .contains(attributions(income));
            List<String> common = attributions(overview);
            common.retainAll(attributions(income));
            assertThat(common).isNotEmpty();
            for (int i = 0; i < pages.size(); i++) {
                assertThat(pages.get(i))
                        .contains("Page " + (i + 1) + " of " + pages.size())
                        .contains(common);
            }
            JsonNode rows = ok(SERVICE.get("/v1/exports?limit=2")).path("exports");
            assertThat(texts(rows, "outcome")).containsExactly("allowed", "allowed");
            assertThat(texts(rows, "format")).containsExactly("pdf", "pdf");
            assertThat(texts(rows, "execution_id"))
                    .containsExactly(
                            income.path("request_id").asText(),
                            overview.path("request_id").asText());
            await().untilAsserted(
                            () -> assertThat(SERVICE.home().resolve("exports")).isEmptyDirectory());
        }

        @Test
        void withAResultThatIsNotThereIsNoBookAndEachAttemptIsAudited() throws Exception {
            String missing = UUID.randomUUID().toString();
            String ids = ids(overview).replace("]", ",\"" + missing + "\"]") + "}";
            JsonNode problem = problem(SERVICE.post("/v1/exports/book", ids), 404, "EXECUTION_NOT_FOUND");
            assertThat(problem.path("refused").path(0).path("request_id").asText())
                    .isEqualTo(missing);
            JsonNode rows = ok(SERVICE.get("/v1/exports?limit=2")).path("exports");
            assertThat(texts(rows, "outcome")).containsExactly("refused", "refused");
            assertThat(rows.path(1).path("reason").asText()).startsWith("Kept back with the book");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "{}; /request_ids",
                    "{\"request_ids\":\"x\"}; /request_ids",
                    "{\"request_ids\":[\"00000000-0000-0000-0000-000000000001\"]}; /request_ids",
                    "{\"request_ids\":[1,\"00000000-0000-0000-0000-000000000001\"],\"title\":\"\"};"
                            + " /request_ids/0,/title",
                    "{\"request_ids\":[\"00000000-0000-0000-0000-000000000001\",\"00000000-0000-0000-0000-000000000001\"]};"
                            + " /request_ids/1",
                    "{\"request_ids\":[\"x\",\"y\"],\"providers\":[],\"redact\":1};"
                            + " /providers,/request_ids/0,/request_ids/1,/redact"
                })
        void thatIsAskedForWronglyIsToldWithEveryFault(String body, String pointers) {
            assertThat(pointers(problem(SERVICE.post("/v1/exports/book", body), 422, "VALIDATION_FAILED")))
                    .containsExactly(pointers.split(",", -1));
        }
    }
}
