package io.dawsos.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as cells. */
class CellTextTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1+1", "\uff20SUM(A1)"})
    void aTextThatASpreadsheetWouldComputeIsDisarmed(String text) {
        assertThat(CellText.guarded(JSON.textNode(text))).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "'=1", "1", "AAPL"})
    void everyOtherStaysAsItIs(String text) {
        assertThat(CellText.guarded(JSON.textNode(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"-1.50, -1.5", "1E+3, 1000", "0E-10, 0", "0.000000000012, 0.000000000012"})
    void aNumberIsWrittenOutAndStaysANumber(String number, String shown) {
        assertThat(CellText.guarded(JSON.numberNode(new BigDecimal(number)))).isEqualTo(shown);
    }

    @Test
    void whatCannotBeSeenIsShown() {
        assertThat(CellText.shown("a\u0000b\u0007\u202ec\ud800d\ufffee"))
                .isEqualTo("a\\u0000b\\u0007\\u202ec\\ud800d\\ufffee");
        assertThat(CellText.line("a\r\n\tb")).isEqualTo("a   b");
    }

    @Test
    void lettersOfAllScriptsStay() {
        String names = "Société 東京電力 \u05d0\u05d1\u05d2 \u0645\u0631\u062d\u0628\u0627 \ud83d\ude00 <b>&";
        assertThat(CellText.shown(names)).isSameAs(names);
    }
}
