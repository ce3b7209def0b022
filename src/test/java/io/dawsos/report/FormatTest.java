package io.dawsos.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "MONEY; 1234567.005; 1,234,567.01",
                "MONEY; -0.004; 0.00",
                "MONEY; -12.5; \u221212.50",
                "PERCENT; 0.2289262426; 22.89%",
                "PERCENT; -0.049; \u22124.90%",
                "QUANTITY; 635.8043; 635.8043",
                "QUANTITY; 90; 90",
                "PRICE; 120.76; 120.76",
                "RATIO; 2.1089929286; 2.11",
                "RATE; 1.3250678733; 1.325068",
                "INTEGER; 252; 252"
            })
    void aNumberIsPrinted(Format format, BigDecimal value, String text) {
        assertThat(format.show(DecimalNode.valueOf(value))).isEqualTo(text);
    }

    @Test
    void whatIsNotThereIsADash() {
        assertThat(Format.MONEY.show(NullNode.getInstance())).isEqualTo("\u2013");
        assertThat(Format.TEXT.show(MissingNode.getInstance())).isEqualTo("\u2013");
    }

    @Test
    void aTextWhereANumberIsMeantStaysAText() {
        assertThat(Format.MONEY.show(TextNode.valueOf("n/a"))).isEqualTo("n/a");
    }
}
