package io.dawsos.rights;

import static io.dawsos.rights.TestingRights.decide;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.rights.Blocked.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The thirteen scenarios of rights that must hold, under the names by which docs/exports.md lists them, against the shipped registry. */
class RightsDrillTest {

    private static final String STAGING = "staging";
    private static final String PRODUCTION = "production";
    private static final String FMP = "Financial data © Financial Modeling Prep (financialmodelingprep.com)";
    private static final String POLYGON = "Market data © Polygon.io (polygon.io)";
    private static final String FRED = "Economic data source: FRED® (Federal Reserve Bank of St. Louis)";

    private static void isAllowed(RightsDecision decision, String... attributions) {
        assertThat(decision.allowed()).isTrue();
        assertThat(decision.permitted()).isTrue();
        assertThat(decision.reason()).isEmpty();
        assertThat(decision.blocked()).isEmpty();
        assertThat(decision.attributions()).containsExactly(attributions);
    }

    private static void isBlocked(RightsDecision decision, String reason) {
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reason()).contains(reason);
        assertThat(decision.blocked())
                .containsExactly(new Blocked("NewsAPI", Optional.empty(), Cause.FORMAT_FORBIDDEN));
    }

    @Test
    void pdfOfFmpIsAllowed() {
        isAllowed(decide(ExportRight.PDF, STAGING, "FMP"), FMP);
    }

    @Test
    void pdfOfPolygonIsAllowed() {
        isAllowed(decide(ExportRight.PDF, STAGING, "Polygon"), POLYGON);
    }

    @Test
    void pdfOfFredIsAllowed() {
        isAllowed(decide(ExportRight.PDF, STAGING, "FRED"), FRED);
    }

    @Test
    void pdfOfNewsApiIsBlocked() {
        RightsDecision decision = decide(ExportRight.PDF, STAGING, "NewsAPI");
        isBlocked(decision, "NewsAPI Developer Plan does not allow PDF export. Upgrade to Business Plan.");
        assertThat(decision.watermark())
                .contains(
                        new WatermarkRule("News data for internal use only (NewsAPI Developer Plan)", 0.3, "diagonal"));
    }

    @Test
    void pdfOfAMixWithNewsApiIsBlocked() {
        isBlocked(
                decide(ExportRight.PDF, STAGING, "FMP", "Polygon", "NewsAPI"),
                "Export blocked: NewsAPI data cannot be exported. Remove restricted analysis or upgrade license.");
    }

    @Test
    void pdfOfAMixWithoutNewsApiIsAllowed() {
        isAllowed(decide(ExportRight.PDF, STAGING, "FMP", "Polygon", "FRED"), FMP, POLYGON, FRED);
    }

    @Test
    void csvOfFmpIsAllowed() {
        isAllowed(decide(ExportRight.CSV, STAGING, "FMP"), FMP);
    }

    @Test
    void csvOfNewsApiIsBlocked() {
        isBlocked(
                decide(ExportRight.CSV, STAGING, "NewsAPI"),
                "NewsAPI Developer Plan does not allow CSV export. Upgrade to Business Plan.");
    }

    @Test
    void attributionsAreCollected() {
        RightsDecision decision = decide(ExportRight.PDF, STAGING, "FRED", "FMP", "fred", "Polygon", "FMP");
        assertThat(decision.providers()).containsExactly("FRED", "FMP", "Polygon");
        assertThat(decision.attribution()).isEqualTo(FRED + " | " + FMP + " | " + POLYGON);
    }

    @Test
    void stagingIsEnforced() {
        isEnforced(STAGING);
        assertThat(TestingRights.shipped().profile(STAGING))
                .isEqualTo(new RightsProfile(STAGING, true, true, false, false));
    }

    @Test
    void productionIsEnforced() {
        isEnforced(PRODUCTION);
        assertThat(TestingRights.shipped().profile(PRODUCTION))
                .as("it wakes somebody, and demands the audit")
                .isEqualTo(new RightsProfile(PRODUCTION, true, true, true, true));
    }

    private static void isEnforced(String profile) {
        RightsDecision blocked = decide(ExportRight.PDF, profile, "NewsAPI");
        assertThat(blocked.allowed()).isFalse();
        assertThat(blocked.profile().name()).isEqualTo(profile);
        assertThat(decide(ExportRight.PDF, profile, "FMP").allowed()).isTrue();
    }

    @Test
    void theRegistryIsLoaded(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rights.yaml");
        Files.writeString(file, TestingRights.text());
        RightsRegistry registry = RightsBook.open(Optional.of(file)).current();
        assertThat(registry.providers().keySet()).contains("FMP", "Polygon", "FRED", "NewsAPI", "NewsAPI_Business");
        assertThat(registry).isEqualTo(RightsBook.open(Optional.empty()).current());
    }

    static Stream<RightsScenario> scenarios() {
        return TestingRights.shipped().scenarios().stream();
    }

    @Test
    void theFileHasTheSevenScenarios() {
        assertThat(scenarios().map(RightsScenario::name))
                .containsExactly(
                        "FMP-only export (allowed)",
                        "Polygon-only export (allowed)",
                        "FRED-only export (allowed)",
                        "NewsAPI Developer export (blocked)",
                        "NewsAPI Business export (allowed)",
                        "Mixed providers with NewsAPI Developer (blocked)",
                        "Mixed providers without NewsAPI (allowed)");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyScenarioOfTheFileComesOutAsItSays(RightsScenario scenario) {
        for (String profile : TestingRights.shipped().profiles().keySet()) {
            RightsDecision decision =
                    decide(scenario.right(), profile, scenario.providers().toArray(new String[0]));
            assertThat(decision.allowed()).as(scenario.name()).isEqualTo(scenario.allowed());
            scenario.error().ifPresent(error -> assertThat(decision.reason()).contains(error));
            scenario.attribution()
                    .ifPresent(attribution -> assertThat(decision.attribution()).isEqualTo(attribution));
        }
    }
}
