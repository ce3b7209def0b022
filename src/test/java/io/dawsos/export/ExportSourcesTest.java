package io.dawsos.export;

import static io.dawsos.export.TestingAnswers.answer;
import static io.dawsos.export.TestingAnswers.step;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose rights an export needs is decided from the stored trace alone. */
class ExportSourcesTest {

    @TempDir
    private Path folder;

    private TestingDesk testing;

    @BeforeEach
    void open() {
        testing = new TestingDesk(folder);
    }

    @Test
    void aPackStandsForItsProviders() {
        testing.registry = testing.registry.replaceFirst("(?m)^  TESTRATES:", "  OTHER:");
        String silent = answer(step("holdings", "'TESTPRICES'", "'pricing_pack:20231229_v1'", ""));
        assertThat(testing.refused(silent, false).detail())
                .isEqualTo("Export blocked: provider 'TESTRATES' is not in the rights registry.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'NewsAPI'", "", "'TESTPRICES'"})
    void aSourceStandsForItsProvider(String providers) {
        String silent = answer(step("news", providers, "'newsapi:articles'", ""));
        assertThat(testing.refused(silent, false).detail()).contains("NewsAPI");
    }

    @Test
    void aPackThatIsNotThereIsNobodys() {
        String lost = answer(step("holdings", "", "'pricing_pack:20200101_v1'", ""));
        assertThat(testing.refused(lost, false).detail())
                .contains("'pricing_pack:20200101_v1' is not in the rights registry");
    }

    @Test
    void fredWithoutItsSeriesIsRefused() {
        String silent = answer(step("curve", "'FRED'", "'ledger:abc'", ""));
        assertThat(testing.refused(silent, false).detail())
                .isEqualTo("Export blocked: the result does not say which FRED series it was computed from.");
        String spread = answer(step("curve", "", "'fred:BAA10Y'", ""));
        assertThat(testing.refused(spread, false).detail()).contains("FRED series BAA10Y belongs to a third party");
    }

    @Test
    void aResultFromACacheIsDecidedLikeTheOriginal() {
        String cached = answer(step("news", "", "'cache','newsapi:articles'", ""))
                .replace("'status':'ok'", "'status':'ok','cached':true");
        assertThat(testing.refused(cached, false).detail())
                .isEqualTo(testing.refused(answer(step("news", "'NewsAPI'", "'newsapi:articles'", "")), false)
                        .detail());
    }

    @Test
    void aSourceThatNobodyKnowsIsRefused() {
        String strange = answer(step("holdings", "'TESTPRICES'", "'mystery:feed'", ""));
        assertThat(testing.refused(strange, false).detail())
                .isEqualTo("Export blocked: provider 'mystery' is not in the rights registry.");
    }

    @Test
    void anOutputOfNobodyIsRefusedOrLeftOut() throws IOException {
        String mixed = answer(
                step("holdings", "'TESTPRICES','TESTRATES'", "'pricing_pack:20231229_v1'", ""),
                step("echo", "", "'ledger:abc'", ""));
        assertThat(testing.refused(mixed, false).detail()).contains("names no data provider");
        assertThat(testing.exported(mixed, true).path("data").fieldNames())
                .toIterable()
                .containsExactly("holdings");
    }
}
