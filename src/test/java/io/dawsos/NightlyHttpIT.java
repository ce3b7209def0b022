package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.pointers;
import static io.dawsos.Replies.problem;
import static io.dawsos.Replies.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.nightly.DemoSeed;
import io.dawsos.nightly.NightLock;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nights over HTTP, and what a start of the service leaves. */
class NightlyHttpIT {

    private static final String RUNS = "/v1/nightly/runs";
    private static TestingService service;

    @BeforeAll
    static void start() {
        service = TestingService.shared();
    }

    private static JsonNode finished(String path) {
        return await().until(
                        () -> ok(service.get(path)),
                        run -> !run.path("status").asText().equals("running"));
    }

    @Test
    void theFirstStartIsOneNightThatCaughtUpAndIsReportedJobByJob() {
        JdbcTemplate jdbc = new JdbcTemplate(service.service().wiring().database.dataSource());
        String first = "select first_date || ' ' || origin || ' ' || status from nightly_run"
                + " where date = '2023-12-29' and policy = 'ECB_CLOSE' and attempt = 1";
        assertThat(jdbc.queryForObject(first, String.class)).isEqualTo("2020-12-01 command ok");
        JsonNode run = finished(RUNS + "/2023-12-29");
        assertThat(run.path("policy").asText()).isEqualTo("ECB_CLOSE");
        assertThat(texts(run.path("jobs"), "name")).isEqualTo(TestingJobs.NAMES);
        assertThat(texts(ok(service.get(RUNS)), "date")).contains("2023-12-29");
    }

    @Test
    void aNightIsRunOnRequestAndItsReportReadWhereTheAnswerSays() {
        HttpResponse<String> accepted = service.post(RUNS, "{\"date\":\"2023-12-29\",\"force\":true}");
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String location = accepted.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo(RUNS + "/2023-12-29");

        JsonNode run = finished(location);

        assertThat(run.path("attempt").asInt()).isGreaterThan(1);
        assertThat(run.path("origin").asText()).isEqualTo("request");
        // a portfolio without a journal, of other tests of this service, is a warning
        assertThat(run.path("status").asText()).isIn("ok", "warning");
        assertThat(run.path("jobs").get(0).path("summary").asText()).startsWith("20231229_v1 is there, hash ");
        HttpResponse<String> again = service.post(RUNS, "{}");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(service.get("/metrics").body())
                .contains("pricing_pack_deadline_missed 0", "pricing_pack_build_success_total")
                .contains("reconciliation_failures_total 0", "ledger_reconciliation_diff_bp_bucket");
    }

    @Test
    void whileANightIsRunAnotherIsRefused() {
        NightLock lock = service.service()
                .wiring()
                .database
                .nightRuns()
                .lock("ECB_CLOSE")
                .orElseThrow();
        try (lock) {
            lock.requireHeld();
            problem(service.post(RUNS, "{\"force\":true}"), 409, "NIGHT_RUNNING");
        }
    }

    @Test
    void whatIsWrongWithARequestIsToldAtOnce() {
        JsonNode problem = problem(
                service.post(RUNS, "{\"date\":\"29.12.2023\",\"job\":7,\"force\":\"yes\",\"days\":3}"),
                422,
                "VALIDATION_FAILED");
        assertThat(pointers(problem)).containsExactlyInAnyOrder("/date", "/job", "/force", "/days");
        assertThat(pointers(problem(service.post(RUNS, "{\"job\":\"bild_pack\"}"), 422, "VALIDATION_FAILED")))
                .containsExactly("/job");
        assertThat(pointers(problem(service.post(RUNS, "{\"date\":\"2999-01-01\"}"), 422, "VALIDATION_FAILED")))
                .containsExactly("/date");
        problem(service.post(RUNS, "[]"), 400, "INVALID_JSON");
        problem(service.get(RUNS + "/2019-01-01"), 404, "NIGHT_NOT_FOUND");
        problem(service.get(RUNS + "/yesterday"), 404, "NIGHT_NOT_FOUND");
    }

    @Test
    void theReconciliationOfAPortfolioIsItsOwners() {
        String path = "/v1/reconciliations?portfolio_id=";
        JsonNode last = ok(service.get(path + DemoSeed.PORTFOLIO.id())).get(0);
        assertThat(last.path("status").asText()).isEqualTo("PASS");
        assertThat(last.path("pack_id").asText()).isEqualTo("20231229_v1");
        assertThat(last.path("ledger_commit_hash").asText()).hasSize(40);
        assertThat(last.path("positions_checked").asInt()).isGreaterThan(10);
        assertThat(last.path("error_count").asInt()).isZero();
        problem(service.get(path + Foreigner.portfolioIn(service)), 404, "PORTFOLIO_NOT_FOUND");
        assertThat(pointers(problem(service.get("/v1/reconciliations"), 422, "VALIDATION_FAILED")))
                .containsExactly("/portfolio_id");
    }
}
