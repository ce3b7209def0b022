package io.dawsos.report;

import static io.dawsos.report.TestingDocuments.overview;
import static io.dawsos.report.TestingDocuments.pages;
import static io.dawsos.report.TestingDocuments.pdf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dawsos.export.ExportDocument;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

/** Names with markup, control characters, and letters of other scripts. */
class HostileReportTest {

    private static ExportDocument named(String... names) {
        ExportDocument document = overview();
        for (int i = 0; i < names.length; i++) {
            ((ObjectNode) TestingDocuments.positions(document).get(i)).put("name", names[i]);
        }
        return document;
    }

    private static String text(ExportDocument document) {
        return String.join("\n", pages(pdf(document)));
    }

    private static Set<String> fonts(ExportDocument document) throws IOException {
        Set<String> names = new TreeSet<>();
        try (PDDocument pdf = Loader.loadPDF(pdf(document))) {
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    names.add(page.getResources().getFont(name).getName().substring(7));
                }
            }
        }
        return names;
    }

    @Test
    void markupStaysText() {
        String text = text(TestingDocuments.titled(
                named("<b>Bold & Co</b>", "&lt;x&gt;", "]]></style><script>x()"), "<h1>A & B</h1>{{ report }}"));
        assertThat(text).contains("<b>Bold & Co</b>", "&lt;x&gt;", "<h1>A & B</h1>{{ report }}");
        assertThat(text.replaceAll("\\s", "")).contains("]]></style><script>x()");
    }

    @Test
    void nothingIsFetchedForAName() {
        assertThat(text(TestingDocuments.titled(overview(), "<img src='http://127.0.0.1:1/x.png'/>")))
                .contains("<img src='http://127.0.0.1:1/x.png'/>");
    }

    @Test
    void controlCharactersAreShownAndNamed() {
        String text = text(named("A\u0000B\u001bC", "Line\nbreak\tTab"));
        assertThat(text).contains("A\u25a1B\u25a1C", "Line break Tab");
        assertThat(text).contains("Characters that no font of this report has are shown as \u25a1: U+0000, U+001B.");
    }

    @Test
    void marksThatTurnTextAroundAreGone() {
        assertThat(text(named("abc\u202efdp.exe"))).contains("abcfdp.exe").doesNotContain("\u202e");
    }

    @Test
    void latinGreekAndCyrillicNeedNoFurtherFont() throws IOException {
        ExportDocument document =
                named("M\u00fcller \u00d6\u00e7\u00e9 \u0141\u00f3d\u017a", "\u0393\u03b1\u03b6 \u0413\u0430\u0437");
        assertThat(text(document))
                .contains(
                        "M\u00fcller \u00d6\u00e7\u00e9 \u0141\u00f3d\u017a", "\u0393\u03b1\u03b6 \u0413\u0430\u0437");
        assertThat(fonts(document)).containsExactly("Inter-Regular", "Inter-SemiBold", "NotoMono");
    }

    @Test
    void chineseJapaneseAndKoreanHaveTheirGlyphs() throws IOException {
        ExportDocument document = named("\u817e\u8baf\u63a7\u80a1", "\u30c8\u30e8\u30bf", "\uc0bc\uc131\uc804\uc790");
        assertThat(text(document))
                .contains("\u817e\u8baf\u63a7\u80a1", "\u30c8\u30e8\u30bf", "\uc0bc\uc131\uc804\uc790");
        assertThat(fonts(document)).contains("WenQuanYiMicroHei");
    }

    @Test
    void hebrewAndArabicRunFromRightToLeft() throws IOException {
        ExportDocument document =
                named("\u05d1\u05e0\u05e7 \u05dc\u05d0\u05d5\u05de\u05d9", "\u0634\u0631\u0643\u0629");
        String text = text(document);
        assertThat(text).contains("\u05d1\u05e0\u05e7 \u05dc\u05d0\u05d5\u05de\u05d9");
        assertThat(Normalizer.normalize(text, Normalizer.Form.NFKC)).contains("\u0634\u0631\u0643\u0629");
        assertThat(fonts(document)).contains("DejaVuSans");
    }

    @Test
    void whatNoFontHasIsSaid() {
        String text = text(named("Smile \ud83d\ude00 Inc"));
        assertThat(text).contains("Smile \u25a1 Inc", "U+1F600");
    }
}
