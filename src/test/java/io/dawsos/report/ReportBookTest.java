package io.dawsos.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.export.BookParts;
import io.dawsos.export.ExportDocument;
import io.dawsos.export.ExportFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code routes/report-book.camel.yaml}, with the reports of three patterns. */
class ReportBookTest {

    private static final ExportDocument[] REPORTS = {
        titled("portfolio_overview", "Overview"),
        titled("portfolio_income", "Income"),
        titled("portfolio_value_change", "Change of value")
    };

    @TempDir
    private static Path folder;

    private static TestingBooks books;
    private static byte[] book;
    private static List<String> pages;

    private static ExportDocument titled(String pattern, String title) {
        return TestingDocuments.titled(TestingDocuments.document(pattern), title);
    }

    @BeforeAll
    static void bind() throws Exception {
        books = new TestingBooks(folder);
        book = books.book(REPORTS);
        pages = TestingDocuments.pages(book);
    }

    @AfterAll
    static void stop() {
        books.close();
    }

    private static int page(String title, int from) {
        for (int i = from; i < pages.size(); i++) {
            if (pages.get(i).lines().map(String::strip).anyMatch(title::equals)) {
                return i + 1;
            }
        }
        throw new AssertionError("no page has the line " + title);
    }

    @Test
    void itsPagesAreNumberedThroughOnceAndSayWhatTheyMust() {
        assertThat(pages).hasSizeGreaterThan(10);
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i)).contains("Page " + (i + 1) + " of " + pages.size());
            assertThat(pages.get(i).split("Page \\d+ of", -1)).hasSize(2);
            assertThat(pages.get(i))
                    .contains(TestingDocuments.DEMO + " | " + TestingDocuments.FRED)
                    .contains("Pack: " + TestingDocuments.PACK);
        }
    }

    @Test
    void thatCannotBeBegunLeavesNoReportBehind(@TempDir Path reports) throws IOException {
        Path report = Files.writeString(reports.resolve("one.part"), "%PDF");
        BookParts parts = new BookParts(
                "A book", List.of(new ExportFile(report, "application/pdf", "one.pdf", "20231229_v1", "1", false)));
        ReportBook nowhere = new ReportBook(reports.resolve("missing"));
        assertThatThrownBy(() -> nowhere.files(parts)).isInstanceOf(NoSuchFileException.class);
        assertThat(report).doesNotExist();
    }

    @Test
    void itsContentsNameTheRealPagesOfReportsAndSections() {
        assertThat(pages.get(0)).contains(TestingBooks.TITLE, "3 reports");
        String contents = pages.get(1);
        int income = page("Income", 2);
        assertThat(contents)
                .containsPattern("Overview 2023-01-10 to 2023-12-29, in CAD\\s+3")
                .containsPattern("(?m)^Holdings\\s+" + page("Holdings", 2) + "$")
                .containsPattern("Income 2023-07-01 to 2023-12-29, in CAD\\s+" + income)
                .containsPattern("(?m)^Expected dividends\\s+" + page("Expected dividends", income) + "$");
        assertThat(Stream.of(contents.split("Contents", -1))).hasSize(2);
        assertThat(pages.subList(2, pages.size()))
                .noneSatisfy(page -> assertThat(page).contains("Contents"));
    }

    @Test
    void aClickInTheContentsLeadsToThePageThatItNames() throws IOException {
        try (PDDocument document = Loader.loadPDF(book)) {
            List<Integer> targets = document.getPage(1).getAnnotations().stream()
                    .filter(PDAnnotationLink.class::isInstance)
                    .map(link -> target((PDAnnotationLink) link))
                    .distinct()
                    .toList();
            assertThat(targets).startsWith(3).contains(page("Holdings", 2), page("Income", 2));
        }
    }

    private static int target(PDAnnotationLink link) {
        try {
            return ((PDPageDestination) link.getDestination()).retrievePageNumber() + 1;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void itsOutlineHasTheReportsAndBelowThemTheirSections() throws IOException {
        try (PDDocument document = Loader.loadPDF(book)) {
            var outline = document.getDocumentCatalog().getDocumentOutline();
            assertThat(outline.children())
                    .extracting(PDOutlineItem::getTitle)
                    .containsExactly("Overview", "Income", "Change of value");
            PDOutlineItem overview = outline.getFirstChild();
            assertThat(overview.children())
                    .extracting(PDOutlineItem::getTitle)
                    .containsExactly(
                            "Performance", "Currency attribution", "Allocation", "Holdings", "About this report");
            PDOutlineItem holdings = overview.getLastChild().getPreviousSibling();
            assertThat(document.getPages().indexOf(holdings.findDestinationPage(document)) + 1)
                    .isEqualTo(page("Holdings", 2));
        }
    }

    @Test
    void itIsTaggedAsItsReportsAre() throws IOException {
        try (PDDocument document = Loader.loadPDF(book)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo(TestingBooks.TITLE);
            List<COSDictionary> elements = TestingStructure.elements(document);
            assertThat(elements)
                    .filteredOn(one -> "H1".equals(one.getNameAsString(COSName.S)))
                    .hasSize(4);
            assertThat(elements)
                    .filteredOn(one -> "Figure".equals(one.getNameAsString(COSName.S)))
                    .hasSizeGreaterThan(6)
                    .allSatisfy(one -> assertThat(one.getString(COSName.ALT)).isNotBlank());
        }
    }

    @Test
    void itIsTheSameForTheSameReports() throws IOException {
        assertThat(books.book(REPORTS)).isEqualTo(book);
    }

    @Test
    void nothingIsLeftBehind() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aReportThatCannotBeReadLeavesNothingBehindEither() throws IOException {
        BookParts parts = books.parts(REPORTS[2], REPORTS[2]);
        List<ExportFile> broken = List.of(parts.files().get(0), parts.files().get(1));
        Files.writeString(broken.get(1).path(), "no PDF");
        assertThatThrownBy(() -> books.bind(parts)).hasStackTraceContaining("IOException");
        nothingIsLeftBehind();
    }
}
