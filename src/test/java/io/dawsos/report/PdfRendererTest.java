package io.dawsos.report;

import static io.dawsos.report.TestingDocuments.COMMIT;
import static io.dawsos.report.TestingDocuments.DEMO;
import static io.dawsos.report.TestingDocuments.FRED;
import static io.dawsos.report.TestingDocuments.GENERATED;
import static io.dawsos.report.TestingDocuments.PACK;
import static io.dawsos.report.TestingDocuments.overview;
import static io.dawsos.report.TestingDocuments.pages;
import static io.dawsos.report.TestingDocuments.pdf;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.export.Exclusion;
import io.dawsos.export.ExportFormat;
import io.dawsos.export.Watermark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the file says and is, by the overview of the demo portfolio. */
class PdfRendererTest {

    private static final byte[] OVERVIEW = pdf(overview());

    @Test
    void itsFormatIsPdf() {
        assertThat(new PdfRenderer().format()).isEqualTo(ExportFormat.PDF);
    }

    @Nested
    class EachPage {

        @Test
        void namesWhoseDataItShows() {
            assertThat(pages(OVERVIEW)).allSatisfy(page -> assertThat(page).contains(DEMO + " | " + FRED));
        }

        @Test
        void namesPackAndLedgerAndTheTime() {
            assertThat(pages(OVERVIEW))
                    .allSatisfy(page -> assertThat(page)
                            .contains("Pack: " + PACK + " | Ledger: " + COMMIT.substring(0, 7))
                            .contains("Generated 2024-01-02T09:30:00-05:00 (America/Toronto)"));
        }

        @Test
        void isNumbered() {
            List<String> pages = pages(OVERVIEW);
            assertThat(pages).hasSizeGreaterThan(5);
            for (int i = 0; i < pages.size(); i++) {
                assertThat(pages.get(i)).contains("Page " + (i + 1) + " of " + pages.size());
            }
        }
    }

    @Test
    void theContentsNameTheRealPages() {
        List<String> pages = pages(OVERVIEW);
        Matcher line = Pattern.compile("(?m)^([A-Z][A-Za-z ]+) (\\d+)$").matcher(pages.get(0));
        List<String> titles = new ArrayList<>();
        while (line.find()) {
            titles.add(line.group(1));
            String text = pages.get(Integer.parseInt(line.group(2)) - 1);
            assertThat(text.lines().map(String::strip))
                    .as("page of %s", line.group(1))
                    .contains(line.group(1));
        }
        assertThat(titles)
                .containsExactly("Performance", "Currency attribution", "Allocation", "Holdings", "About this report");
    }

    @Test
    void itHasTheFiguresOfTheAnswer() {
        String text = String.join("\n", pages(OVERVIEW));
        assertThat(text)
                .contains("631,826.63", "22.89%", "9.42%", "2.11", "\u22124.90%")
                .contains("Apple Inc.", "10,204.61", "1.62%", "3,015.58")
                .contains("Information Technology", "184,599.30")
                .contains(COMMIT, "portfolio_overview 3f2a91bc");
    }

    @Nested
    class TheFile {

        @Test
        void embedsItsFonts() throws IOException {
            try (PDDocument document = Loader.loadPDF(OVERVIEW)) {
                for (PDPage page : document.getPages()) {
                    assertThat(page.getResources().getFontNames()).isNotEmpty();
                    for (COSName name : page.getResources().getFontNames()) {
                        PDFont font = page.getResources().getFont(name);
                        assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                        assertThat(font.getName()).matches("[A-Z]{6}\\+(Inter|NotoMono).*");
                    }
                }
            }
        }

        @Test
        void hasABookmarkForEachSection() throws IOException {
            try (PDDocument document = Loader.loadPDF(OVERVIEW)) {
                assertThat(document.getDocumentCatalog().getDocumentOutline().children())
                        .extracting(item -> item.getTitle())
                        .contains("Performance", "Holdings");
            }
        }

        @Test
        void isDatedByItsPack() throws IOException {
            try (PDDocument document = Loader.loadPDF(OVERVIEW)) {
                assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Demo Portfolio");
                assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                        .isEqualTo("2023-12-29T00:00:00Z");
            }
        }

        @Test
        void countsEveryObjectAndListsIt() throws IOException {
            try (PDDocument document = Loader.loadPDF(OVERVIEW)) {
                var listed = document.getDocument().getXrefTable().keySet();
                long highest =
                        listed.stream().mapToLong(COSObjectKey::getNumber).max().orElseThrow();
                assertThat(document.getDocument().getTrailer().getLong(COSName.SIZE))
                        .isEqualTo(highest + 1);
                assertThat(listed).hasSize((int) highest);
            }
        }

        @Test
        void saysAtItsFootAndInItsInformationWhoseDataItIs() throws IOException {
            try (PDDocument document = Loader.loadPDF(OVERVIEW)) {
                assertThat(PdfNotes.read(document).attribution()).isEqualTo(DEMO + " | " + FRED);
            }
        }

        @Test
        void isTheSameForTheSameDocument() {
            assertThat(pdf(overview())).isEqualTo(OVERVIEW);
        }

        @Test
        void differsOnlyInTheTimeWhenItIsGeneratedAgain() throws IOException {
            byte[] later = pdf(TestingDocuments.at(overview(), GENERATED.plus(Duration.ofDays(3))));
            assertThat(later).isNotEqualTo(OVERVIEW);
            assertThat(timeless(later)).isEqualTo(timeless(OVERVIEW));
            assertThat(TestingStructure.id(later)).isEqualTo(TestingStructure.id(OVERVIEW));
        }

        private List<String> timeless(byte[] pdf) {
            return pages(pdf).stream()
                    .map(text -> text.replaceAll("Generated \\S+ \\(America/Toronto\\)", "Generated"))
                    .toList();
        }
    }

    @Nested
    class AWatermark {

        private static final Watermark MARK =
                new Watermark("News data for internal use only (NewsAPI Developer Plan)", 0.3, "diagonal");

        @Test
        void isOnEachPageAsFaintAsDemanded() throws IOException {
            byte[] marked = pdf(TestingDocuments.marked(overview(), MARK));
            try (PDDocument document = Loader.loadPDF(marked)) {
                for (PDPage page : document.getPages()) {
                    assertThat(new String(page.getContents().readAllBytes(), StandardCharsets.ISO_8859_1))
                            .contains("/Artifact BMC");
                    assertThat(opacities(page)).contains(0.3f);
                }
            }
            assertThat(sloped(OVERVIEW)).doesNotContain("internal use only");
            assertThat(pages(OVERVIEW).size()).isEqualTo(sloped(marked).split("internal use only", -1).length - 1);
        }

        /** The text in the order in which it is drawn: a line on a slope stays one. */
        private String sloped(byte[] pdf) throws IOException {
            try (PDDocument document = Loader.loadPDF(pdf)) {
                return TestingStructure.drawn(document);
            }
        }

        private List<Float> opacities(PDPage page) throws IOException {
            List<Float> found = new ArrayList<>();
            for (COSName name : page.getResources().getExtGStateNames()) {
                PDExtendedGraphicsState state = page.getResources().getExtGState(name);
                found.add(state.getNonStrokingAlphaConstant());
            }
            return found;
        }
    }

    @Nested
    class AnExclusion {

        @Test
        void isABoxThatSaysWhichAndWhyAndTheFiguresAreGone() {
            List<String> pages = pages(pdf(TestingDocuments.without(
                    overview(),
                    new Exclusion("sector_allocation", "Sectors", "Sector data of NewsAPI may not leave as PDF."),
                    new Exclusion("news", "News impact", "NewsAPI Enterprise is needed for news."))));
            String text = String.join("\n", pages);
            assertThat(text)
                    .contains("Left out: Sectors", "Sector data of NewsAPI may not leave as PDF.")
                    .contains("Left out: News impact", "NewsAPI Enterprise is needed for news.")
                    .contains("Left out of this report", "Sectors: Sector data of NewsAPI")
                    .doesNotContain("184,599.30");
            assertThat(pages.get(0)).containsPattern("(?m)^Sectors \\d$").containsPattern("(?m)^News impact \\d$");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "corporate_actions_upcoming",
                "holding_deep_dive",
                "portfolio_income",
                "portfolio_overview",
                "portfolio_tax_report",
                "portfolio_value_change"
            })
    void everyShippedPatternBecomesAReport(String pattern) {
        List<String> pages = pages(pdf(TestingDocuments.document(pattern)));
        assertThat(pages).hasSizeGreaterThanOrEqualTo(2);
        assertThat(pages).allSatisfy(page -> assertThat(page).contains(DEMO, FRED));
    }
}
