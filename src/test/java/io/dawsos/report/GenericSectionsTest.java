package io.dawsos.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dawsos.export.ExportDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Outputs that no layout is written for. */
class GenericSectionsTest {

    private static String text(String data) {
        ObjectNode response = TestingDocuments.json("{\"data\":" + data + "}");
        ExportDocument document = TestingDocuments.of("some_pattern", response);
        return String.join("\n", TestingDocuments.pages(TestingDocuments.pdf(document)));
    }

    @Test
    void singleValuesAreAList() {
        assertThat(
                        text(
                                "{\"regime\":{\"label\":\"Late expansion\",\"probability_weight\":0.61,\"open\":true,\"none\":null}}"))
                .contains("Regime", "Late expansion", "61.00%", "yes", "\u2013");
    }

    @Test
    void anOutputThatIsOneValueIsPrinted() {
        assertThat(text("{\"greeting\":\"Hello, you\"}")).contains("Greeting", "Hello, you");
    }

    @Test
    void arraysAreTablesAndNestedNamesBecomeColumns() {
        assertThat(
                        text(
                                "{\"drivers\":[{\"name\":\"CPI\",\"z\":{\"score\":1.25}},{\"name\":\"GDP\",\"z\":{\"score\":-0.5}}]}"))
                .contains("Drivers", "Z score", "CPI", "1.25", "\u22120.50");
    }

    @Test
    void arraysOfOneLengthAreColumnsOfOneTable() {
        assertThat(text("{\"curve\":{\"tenor\":[\"2y\",\"10y\"],\"level\":[4.23,3.88]}}"))
                .containsPattern("2y\\s+4.23")
                .containsPattern("10y\\s+3.88");
    }

    @Test
    void moreColumnsThanAPageHoldsComeInPartsThatRepeatTheFirst() {
        ObjectNode output = TestingDocuments.json(
                "{\"rows\":[{\"id\":\"first\",\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5,\"f\":6,\"g\":7,\"h\":8}]}");
        List<Block> blocks = GenericSections.of(output);
        assertThat(blocks).hasSize(2);
        Block.Table further = (Block.Table) blocks.get(1);
        assertThat(further.columns()).extracting(Column::title).containsExactly("Id", "G", "H");
        assertThat(further.rows().get(0)).extracting(Cell::text).containsExactly("first", "7", "8");
    }

    @Test
    void anAnswerWithoutOutputsIsAReportAllTheSame() {
        assertThat(text("{}")).contains("Contents", "About this report");
    }
}
