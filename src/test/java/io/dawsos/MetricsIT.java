package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names, labels and buckets that dashboards and alerts rely on. */
class MetricsIT {

    private final TestingService service = TestingService.shared();

    private List<String> lines() {
        return service.get("/metrics").body().lines().toList();
    }

    private List<String> buckets(String series) {
        return lines().stream()
                .filter(line -> line.startsWith(series))
                .map(line -> line.replaceAll(".*le=\"([^\"]+)\".*", "$1"))
                .toList();
    }

    private double value(String series) {
        return lines().stream()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    @Test
    void anExecutionIsCountedAndTimed() {
        String counter = "executor_requests_total{pattern_id=\"hello\",status=\"success\"}";
        double before = value(counter);
        ok(service.post("/execute", "{\"pattern_id\":\"hello\"}"));
        assertThat(value(counter)).isEqualTo(before + 1);
        assertThat(buckets("pattern_latency_seconds_bucket{pattern_id=\"hello\",status=\"success\""))
                .containsExactly("0.1", "0.25", "0.5", "1.0", "2.5", "5.0", "10.0", "30.0", "+Inf");
    }

    @Test
    void aFailedExecutionIsCountedAsOne() {
        String counter = "executor_requests_total{pattern_id=\"hello\",status=\"error\"}";
        double before = value(counter);
        problem(service.post("/execute", "{\"pattern_id\":\"hello\",\"inputs\":{\"x\":1}}"), 422, "VALIDATION_FAILED");
        assertThat(value(counter)).isEqualTo(before + 1);
    }

    @Test
    void aPatternThatIsNotThereAddsNoLabel() {
        problem(service.post("/execute", "{\"pattern_id\":\"label_attack\"}"), 404, "PATTERN_NOT_FOUND");
        assertThat(lines())
                .noneMatch(line -> line.contains("label_attack"))
                .anyMatch(line -> line.startsWith("executor_requests_total{pattern_id=\"unknown\",status=\"error\"}"));
    }

    @Test
    void aCallOfAnAgentIsCountedAndTimed() {
        String counter =
                "dawsos_agent_invocations_total{agent_name=\"example_agent\",capability=\"example.echo\",status=\"success\"}";
        double before = value(counter);
        ok(service.post("/execute", "{\"pattern_id\":\"hello\"}"));
        assertThat(value(counter)).isEqualTo(before + 1);
        assertThat(buckets(
                        "dawsos_agent_latency_seconds_bucket{agent_name=\"example_agent\",capability=\"example.echo\""))
                .containsExactly("0.001", "0.01", "0.05", "0.1", "0.5", "1.0", "5.0", "+Inf");
    }

    @Test
    void aRequestIsCountedUnderItsRouteNeverItsPath() {
        ok(service.get("/v1/patterns/hello"));
        service.get("/v1/patterns/path_attack");
        service.get("/path_attack");
        List<String> lines = lines();
        assertThat(lines)
                .noneMatch(line -> line.contains("path_attack"))
                .anyMatch(line -> line.startsWith("http_requests_total{endpoint=\"/v1/patterns/")
                        && line.contains("method=\"GET\",status=\"200\"}"))
                .anyMatch(line ->
                        line.startsWith("http_requests_total{endpoint=\"unmatched\",method=\"GET\",status=\"404\"}"));
        assertThat(buckets("http_request_duration_seconds_bucket{endpoint=\"/v1/patterns/"))
                .startsWith("0.1", "0.5", "1.0", "1.2", "2.0", "5.0", "10.0", "+Inf");
    }

    @Test
    void aMethodThatNobodyKnowsIsCountedAsOther() {
        for (String method : List.of("PROPFIND", "OST")) { // the second is part of a known one
            service.send(service.request("/odd")
                    .method(method, BodyPublishers.noBody())
                    .build());
        }
        assertThat(lines())
                .noneMatch(line -> line.contains("\"PROPFIND\"") || line.contains("\"OST\""))
                .anyMatch(line -> line.startsWith("http_requests_total{endpoint=\"unmatched\",method=\"OTHER\""));
    }

    @Test
    void breakersShowTheirState() {
        assertThat(lines())
                .contains(
                        "dawsos_circuit_breaker_state{agent_name=\"example_agent\"} 0.0",
                        "dawsos_circuit_breaker_state{agent_name=\"financial_analyst\"} 0.0");
    }
}
