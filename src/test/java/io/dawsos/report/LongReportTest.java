package io.dawsos.report;

import static io.dawsos.report.TestingDocuments.pages;
import static io.dawsos.report.TestingDocuments.pdf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** A table that does not fit into the report goes into its appendix, whole. */
class LongReportTest {

    private static final int ROWS = LongTables.LONG + 100;
    private static final byte[] PDF = pdf(TestingDocuments.withPositions(ROWS));

    @Test
    void everyRowIsThereOnce() {
        String appendix = String.join("\n", appendix());
        for (int i = 0; i < ROWS; i++) {
            assertThat(appendix.split("Company number " + i + " ", -1))
                    .as("row %d", i)
                    .hasSize(2);
        }
    }

    @Test
    void theReportShowsTheBeginningAndSaysSo() {
        assertThat(String.join("\n", pages(PDF)))
                .contains("the first 50 of 1,312, all of them in the appendix")
                .contains("rows 1 to 400", "rows 1,201 to 1,312");
    }

    @Test
    void pagesAreNumberedThroughAndSayWhatTheyMust() {
        List<String> pages = pages(PDF);
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i))
                    .contains("Page " + (i + 1) + " of " + pages.size())
                    .contains(TestingDocuments.DEMO, "Pack: " + TestingDocuments.PACK);
        }
    }

    @Test
    void theContentsNameThePageOfTheAppendix() {
        List<String> pages = pages(PDF);
        int divider = pages.size() - appendix().size();
        assertThat(pages.get(0)).contains("Appendix " + divider);
        assertThat(pages.get(divider - 1)).contains("Complete, on the pages that follow");
    }

    @Test
    void theAppendixIsTagged() throws IOException {
        try (PDDocument document = Loader.loadPDF(PDF)) {
            assertThat(document.getPages())
                    .allSatisfy(page -> assertThat(page.getStructParents()).isNotNegative());
            assertThat(document.getDocumentCatalog()
                            .getStructureTreeRoot()
                            .getParentTree()
                            .getNumbers())
                    .hasSizeGreaterThanOrEqualTo(document.getNumberOfPages());
        }
    }

    @Test
    void itIsTheSameForTheSameDocument() {
        assertThat(pdf(TestingDocuments.withPositions(ROWS))).isEqualTo(PDF);
    }

    private static List<String> appendix() {
        List<String> pages = pages(PDF);
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).contains("Complete, on the pages that follow")) {
                return pages.subList(i + 1, pages.size());
            }
        }
        return List.of();
    }
}
