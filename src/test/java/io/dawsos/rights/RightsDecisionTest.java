package io.dawsos.rights;

import static io.dawsos.rights.TestingRights.decide;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.rights.Blocked.Cause;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped registry allows and refuses. */
class RightsDecisionTest {

    private static final String STAGING = "staging";

    private static List<Cause> causes(RightsDecision decision) {
        return decision.blocked().stream().map(Blocked::cause).toList();
    }

    @Nested
    class APdf {
        @ParameterizedTest
        @ValueSource(strings = {"FMP", "Polygon", "FRED", "NewsAPI_Business", "Demo", "ECB", "SEC"})
        void ofOneWhoAllowsItIsAllowedWithItsAttribution(String provider) {
            RightsDecision decision = decide(ExportRight.PDF, STAGING, provider);
            assertThat(decision.allowed()).isTrue();
            assertThat(decision.reason()).isEmpty();
            assertThat(decision.attributions())
                    .containsExactly(TestingRights.shipped()
                            .find(provider)
                            .orElseThrow()
                            .attribution()
                            .orElseThrow());
        }
    }

    @Nested
    class TheAttribution {
        @Test
        void citesWhoMadeASeriesThatWantsIt() {
            RightsDecision decision = decide(
                    ExportRight.PDF,
                    STAGING,
                    List.of(DataUse.of("FRED", "T10Y2Y"), DataUse.of("FRED", "CFNAI"), DataUse.of("FRED", "DGS10")));
            assertThat(decision.allowed()).isTrue();
            assertThat(decision.attributions())
                    .containsExactly(
                            "Economic data source: FRED® (Federal Reserve Bank of St. Louis)",
                            "CFNAI: Federal Reserve Bank of Chicago",
                            "T10Y2Y: Federal Reserve Bank of St. Louis");
        }
    }

    @Nested
    class TheProfile {
        @Test
        void thatNobodyKnowsRefusesEverything() {
            RightsDecision decision = decide(ExportRight.PDF, "basement", "FMP");
            assertThat(decision.allowed()).isFalse();
            assertThat(decision.profile().auditRequired()).isTrue();
            assertThat(decision.reason())
                    .contains("Export blocked: rights profile 'basement' is not in the rights registry; it has staging,"
                            + " production.");
        }

        @Test
        void inShadowDecidesAndLetsPass() {
            RightsRegistry shadow = TestingRights.read(TestingRights.text()
                    .replaceFirst("(?m)^    action_on_violation: block", "    action_on_violation: shadow"));
            RightsDecision decision = shadow.decide(new RightsQuestion(
                    ExportRight.PDF, STAGING, List.of(DataUse.of("NewsAPI")), TestingRights.everyLicence()));
            assertThat(decision.permitted()).isFalse();
            assertThat(decision.allowed()).isTrue();
            assertThat(decision.reason()).isPresent();
            assertThat(decision.watermark()).isPresent();
        }
    }

    @Nested
    class ItFailsClosed {
        @ParameterizedTest
        @EnumSource(ExportRight.class)
        void forAResultThatNamesNobody(ExportRight right) {
            RightsDecision decision = decide(right, STAGING);
            assertThat(decision.allowed()).isFalse();
            assertThat(causes(decision)).containsExactly(Cause.NO_PROVIDER);
        }

        @Test
        void forAProviderThatNobodyKnows() {
            RightsDecision decision = decide(ExportRight.PDF, STAGING, "FMP", "Nobody\n\u202eInc");
            assertThat(decision.allowed()).isFalse();
            assertThat(decision.reason())
                    .contains("Export blocked: provider 'Nobody\\u000a\\u202eInc' is not in the rights registry.");
        }

        @Test
        void forALicenceThatIsNotHeld() {
            RightsDecision decision = TestingRights.shipped()
                    .decide(new RightsQuestion(
                            ExportRight.PDF,
                            STAGING,
                            List.of(DataUse.of("FMP"), DataUse.of("Polygon")),
                            new TreeSet<>(List.of("POLYGON_API_KEY"))));
            assertThat(decision.blocked()).containsExactly(new Blocked("FMP", Optional.empty(), Cause.LICENSE_MISSING));
            assertThat(decision.reason()).contains("Export blocked: FMP license not active (FMP_API_KEY missing).");
        }

        @ParameterizedTest
        @ValueSource(strings = {"BAA10Y", "VIXCLS"})
        void forASeriesOfAThirdParty(String series) {
            RightsDecision decision =
                    decide(ExportRight.PDF, STAGING, List.of(DataUse.of("FRED", "DGS10"), DataUse.of("FRED", series)));
            assertThat(decision.blocked())
                    .containsExactly(new Blocked("FRED", Optional.of(series), Cause.PRE_APPROVAL));
            assertThat(decision.reason().orElseThrow()).contains(series, "whose approval is needed first");
        }

        @Test
        void forASeriesThatIsInNoClassOrNotNamed() {
            assertThat(causes(decide(ExportRight.PDF, STAGING, List.of(DataUse.of("FRED", "DEXUSEU")))))
                    .containsExactly(Cause.SERIES_UNLISTED);
            assertThat(causes(decide(ExportRight.PDF, STAGING, List.of(DataUse.of("FRED", DataUse.UNNAMED)))))
                    .containsExactly(Cause.SERIES_UNNAMED);
        }

        @Test
        void andTellsEveryCauseAtOnce() {
            RightsDecision decision = TestingRights.shipped()
                    .decide(new RightsQuestion(
                            ExportRight.CSV,
                            "basement",
                            List.of(DataUse.of("NewsAPI"), DataUse.of("X"), DataUse.of("FRED", "VIXCLS")),
                            new TreeSet<>()));
            assertThat(causes(decision))
                    .containsExactly(
                            Cause.UNKNOWN_PROFILE,
                            Cause.FORMAT_FORBIDDEN,
                            Cause.LICENSE_MISSING,
                            Cause.UNKNOWN_PROVIDER,
                            Cause.PRE_APPROVAL);
            assertThat(decision.reason().orElseThrow())
                    .contains("basement", "'X'", "NewsAPI data cannot be exported", "NEWS_API_KEY missing", "VIXCLS");
        }
    }

    @Test
    void everyDecisionNamesTheRegistryThatMadeIt() {
        RightsDecision decision = decide(ExportRight.PDF, STAGING, "FMP");
        assertThat(decision.registryVersion()).isEqualTo("1.0");
        assertThat(decision.registryHash()).matches("[0-9a-f]{64}");
        RightsRegistry other = TestingRights.read(TestingRights.text() + "# one more word\n");
        assertThat(other.hash()).isNotEqualTo(decision.registryHash());
    }
}
