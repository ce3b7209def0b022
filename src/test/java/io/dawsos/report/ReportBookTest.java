package io.dawsos.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code routes/report-book.camel.yaml}, with the reports of two patterns. */
class ReportBookTest {

    private static final List<byte[]> REPORTS = List.of(
            TestingDocuments.pdf(TestingDocuments.document("portfolio_overview")),
            TestingDocuments.pdf(TestingDocuments.document("portfolio_income")));

    private final DefaultCamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        camel.getRegistry().bind("reportBook", new ReportBook());
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(PluginHelper.getResourceLoader(camel)
                        .resolveResource("classpath:routes/report-book.camel.yaml"));
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    private byte[] book(List<byte[]> reports) {
        ProducerTemplate template = camel.createProducerTemplate();
        return template.requestBody("direct:report-book", reports, byte[].class);
    }

    @Test
    void hasAllPagesInOrderEachWithItsOwnNumberAndThatOfTheBook() {
        List<String> own = REPORTS.stream()
                .flatMap(report -> TestingDocuments.pages(report).stream())
                .toList();
        List<String> pages = TestingDocuments.pages(book(REPORTS));
        assertThat(pages).hasSameSizeAs(own);
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i)).contains("Book page " + (i + 1) + " of " + pages.size());
            assertThat(pages.get(i)
                            .replaceAll("\\s*Book page \\d+ of \\d+\\s*$", "")
                            .strip())
                    .isEqualTo(own.get(i).strip());
        }
    }

    @Test
    void keepsItsTagsAndBookmarks() throws Exception {
        try (PDDocument document = Loader.loadPDF(book(REPORTS))) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getDocumentOutline().children())
                    .extracting(item -> item.getTitle())
                    .contains("Performance", "Expected dividends");
        }
    }

    @Test
    void isTheSameForTheSameReports() {
        assertThat(book(REPORTS)).isEqualTo(book(REPORTS));
    }

    @Test
    void needsTwoReports() {
        assertThatThrownBy(() -> book(REPORTS.subList(0, 1)))
                .hasRootCauseMessage("a book has at least two reports; there are 1");
    }
}
