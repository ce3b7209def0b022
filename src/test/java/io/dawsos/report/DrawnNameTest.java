package io.dawsos.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.jfree.chart.text.TextFragment;
import org.jfree.chart.text.TextLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names on the axes of charts. */
class DrawnNameTest {

    private static final String BANK = "\u05d1\u05e0\u05e7";
    private static final String BANK_SEEN = "\u05e7\u05e0\u05d1";

    @Test
    void aNumberAmongLettersFromRightToLeftStandsWhereItIsReadNext() {
        assertThat(Directions.visual(TestingDocuments.MIXED)).isEqualTo("ACME \u817e\u8baf (12 " + BANK_SEEN + ") Ltd");
    }

    @Test
    void aNameThatBeginsFromRightToLeftDoesSoAsAWhole() {
        assertThat(Directions.visual(BANK + " (ABC 12)")).isEqualTo("(ABC 12) " + BANK_SEEN);
    }

    @Test
    void arabicLettersAreJoined() {
        assertThat(Directions.visual("\u0634\u0631\u0643\u0629")).isEqualTo("\ufe94\ufedb\ufeae\ufeb7");
    }

    @Test
    void eachLetterIsInAFontThatHasIt() {
        assertThat(DrawnName.pieces(TestingDocuments.MIXED))
                .extracting(piece -> piece.getFont().getFamily() + ":" + piece.getText())
                .containsExactly(
                        "Inter:ACME ",
                        "WenQuanYi Micro Hei:\u817e\u8baf",
                        "Inter: (12 ",
                        "DejaVu Sans:" + BANK_SEEN,
                        "Inter:) Ltd");
    }

    @ParameterizedTest
    @ValueSource(strings = {TestingDocuments.MIXED, "\u30c8\u30e8\u30bf\u81ea\u52d5\u8eca", "\u0634\u0631\u0643\u0629"})
    void noLetterIsABox(String name) {
        assertThat(DrawnName.pieces(name))
                .allSatisfy(piece -> assertThat(piece.getFont().canDisplayUpTo(piece.getText()))
                        .isNegative());
    }

    @Test
    void whatIsTooLongForItsPlaceEndsWithDots() {
        TextLine line = DrawnName.line("\u30c8\u30e8\u30bf\u81ea\u52d5\u8eca\u682a\u5f0f\u4f1a\u793e", 60);
        var graphics = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY).createGraphics();
        assertThat(line.calculateDimensions(graphics).getWidth()).isBetween(40.0, 60.0);
        TextFragment last = line.getLastTextFragment();
        assertThat(last.getText()).endsWith("\u2026");
    }
}
