package io.dawsos.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.export.Exclusion;
import io.dawsos.export.Watermark;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** PDF/UA-1 by the rules of veraPDF, which are those that a machine can check; and, by PDFBox, what reports have of it. */
class PdfUaTest {

    @BeforeAll
    static void initialise() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private static List<String> faults(byte[] pdf) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.PDFUA_1;
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTotalAssertions()).isGreaterThan(1_000);
            return result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + ": " + assertion.getMessage() + " at "
                            + assertion.getLocation().getContext())
                    .toList();
        }
    }

    @Test
    void aReportWithChartsTablesAndNamesInManyScriptsHasNoFault() throws Exception {
        assertThat(faults(TestingDocuments.pdf(TestingDocuments.inManyScripts())))
                .isEmpty();
    }

    @Test
    void neitherHasOneWithAWatermarkAndWithoutSomeOfIt() throws Exception {
        var document = TestingDocuments.without(
                TestingDocuments.document("portfolio_value_change"),
                new Exclusion("news", "News impact", "NewsAPI Enterprise is needed for news."));
        assertThat(faults(TestingDocuments.pdf(
                        TestingDocuments.marked(document, new Watermark("For internal use only", 0.3, "diagonal")))))
                .isEmpty();
    }

    @Test
    void neitherHasOneWithAnAppendix() throws Exception {
        assertThat(faults(TestingDocuments.pdf(TestingDocuments.withPositions(LongTables.LONG + 1))))
                .isEmpty();
    }

    @Test
    void neitherHasABook(@TempDir Path folder) throws Exception {
        try (TestingBooks books = new TestingBooks(folder)) {
            assertThat(faults(books.book(
                            TestingDocuments.document("portfolio_value_change"),
                            TestingDocuments.document("corporate_actions_upcoming"))))
                    .isEmpty();
        }
    }

    @Test
    void whatAReaderThatSpeaksNeedsIsThere() throws Exception {
        try (PDDocument document = Loader.loadPDF(TestingDocuments.pdf(TestingDocuments.overview()))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(catalog.getMetadata().toByteArray()).asString().contains("pdfuaid:part");
            List<COSDictionary> elements = TestingStructure.elements(document);
            assertThat(elements)
                    .filteredOn(one -> "Figure".equals(one.getNameAsString(COSName.S)))
                    .hasSize(5)
                    .allSatisfy(one -> assertThat(one.getString(COSName.ALT)).isNotBlank());
            assertThat(elements)
                    .filteredOn(one -> "TH".equals(one.getNameAsString(COSName.S)))
                    .hasSizeGreaterThan(30)
                    .allSatisfy(one -> assertThat(scope(one)).isIn("Column", "Row"));
        }
    }

    private static String scope(COSDictionary header) {
        COSBase attributes = header.getDictionaryObject(COSName.A);
        COSBase first = attributes instanceof COSArray several ? several.getObject(0) : attributes;
        return first instanceof COSDictionary one ? String.valueOf(one.getNameAsString("Scope")) : "none";
    }

    @Test
    void headAndFootAreNoPartOfWhatIsRead() throws Exception {
        try (PDDocument document = Loader.loadPDF(TestingDocuments.pdf(TestingDocuments.overview()))) {
            for (PDPage page : document.getPages()) {
                PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
                extractor.processPage(page);
                assertThat(text(extractor, true)).contains("Pack: " + TestingDocuments.PACK, "Page ");
                assertThat(text(extractor, false)).doesNotContain("Pack: ").isNotBlank();
            }
        }
    }

    private static String text(PDFMarkedContentExtractor extractor, boolean artifacts) {
        StringBuilder text = new StringBuilder();
        extractor.getMarkedContents().stream()
                .filter(content -> "Artifact".equals(content.getTag()) == artifacts)
                .flatMap(content -> content.getContents().stream())
                .forEach(item -> text.append(item instanceof TextPosition position ? position.getUnicode() : ""));
        return text.toString();
    }
}
