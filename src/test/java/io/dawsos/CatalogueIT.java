package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.problem;
import static io.dawsos.Replies.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be asked without executing anything. */
class CatalogueIT {

    private final TestingService service = TestingService.shared();

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live"})
    void healthSaysThatItLives(String path) {
        JsonNode health = ok(service.get(path));
        assertThat(health.path("status").asText()).isEqualTo("ok");
        assertThat(Instant.parse(health.path("timestamp").asText())).isAfter("2020-01-01T00:00:00Z");
        assertThat(health.path("version").asText()).isEqualTo(Version.current());
    }

    @Test
    void readinessAsksTheDatabase() {
        assertThat(ok(service.get("/health/ready")).path("status").asText()).isEqualTo("ready");
    }

    @Test
    void healthOfThePackNamesTheNewest() {
        JsonNode pack = ok(service.get("/health/pack"));
        assertThat(pack.path("status").asText()).isEqualTo("fresh");
        assertThat(pack.path("is_fresh").asBoolean()).isTrue();
        assertThat(pack.path("pack_id").asText()).matches("\\d{8}_v1");
        assertThat(pack.path("pack_id").asText())
                .startsWith(pack.path("asof_date").asText().replace("-", ""));
        assertThat(pack.hasNonNull("updated_at")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/patterns", "/v1/patterns"})
    void patternsAreListedById(String path) {
        JsonNode patterns = ok(service.get(path));
        assertThat(texts(patterns, "id")).isSorted().contains("hello", "portfolio_overview");
        assertThat(patterns.get(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "name", "description", "category", "version");
    }

    @Test
    void aPatternIsShownWithItsVersion() {
        JsonNode pattern = ok(service.get("/v1/patterns/hello"));
        assertThat(texts(pattern.path("steps"), "capability")).containsExactly("example.echo", "example.double");
        assertThat(pattern.path("content_hash").asText()).matches("[0-9a-f]{64}");
    }

    @Test
    void aPatternThatIsNotThereIsNamedWithItsNearest() {
        JsonNode problem = problem(service.get("/v1/patterns/helo"), 404, "PATTERN_NOT_FOUND");
        assertThat(problem.path("detail").asText()).contains("'helo'").contains("nearest: 'hello'");
    }

    @Test
    void capabilitiesSayWhatTheyTakeAndReturn() {
        JsonNode capabilities = ok(service.get("/v1/capabilities"));
        assertThat(texts(capabilities, "name")).isSorted().contains("example.double", "metrics.compute_twr");
        JsonNode doubling = capabilities.get(texts(capabilities, "name").indexOf("example.double"));
        assertThat(doubling.path("agent").asText()).isEqualTo("example_agent");
        assertThat(doubling.path("breaker").asText()).isEqualTo("closed");
        assertThat(doubling.path("doc").asText()).isNotEmpty();
        assertThat(texts(doubling.path("arguments"), "name")).containsExactly("value");
        assertThat(texts(doubling.path("arguments"), "type")).containsExactly("integer");
        assertThat(doubling.path("result").path("type").asText()).isEqualTo("object");
    }

    @Test
    void agentsSayWhatTheyCanDo() {
        JsonNode agents = ok(service.get("/v1/agents"));
        assertThat(texts(agents, "name")).containsExactly("example_agent", "financial_analyst");
        assertThat(texts(agents, "breaker")).containsOnly("closed");
        assertThat(texts(agents.get(0).path("capabilities"))).containsExactly("example.double", "example.echo");
    }

    @Test
    void portfoliosAreTheCallersOwn() {
        String foreign = Foreigner.portfolioIn(service).toString();
        JsonNode portfolios = ok(service.get("/v1/portfolios"));
        assertThat(texts(portfolios, "id"))
                .containsExactly("11111111-1111-1111-1111-111111111111")
                .doesNotContain(foreign);
        assertThat(texts(portfolios, "base_currency")).containsExactly("CAD");
    }

    @Test
    void metricsArePrometheusText() {
        service.get("/patterns");
        HttpResponse<String> metrics = service.get("/metrics");
        assertThat(metrics.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain; version=0.0.4");
        List<String> lines = metrics.body().lines().toList();
        assertThat(lines)
                .anyMatch(line ->
                        line.startsWith("http_requests_total{endpoint=\"/patterns\",method=\"GET\",status=\"200\"} "))
                .anyMatch(line -> line.startsWith("dawsos_circuit_breaker_state{agent_name=\"example_agent\"} 0"));
    }
}
