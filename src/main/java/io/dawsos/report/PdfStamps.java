package io.dawsos.report;

import io.dawsos.export.Watermark;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** What is put on finished pages: watermark, page numbers. Readers that speak pages aloud pass over it: it is marked as artifact. */
final class PdfStamps {

    private static final COSName ARTIFACT = COSName.getPDFName("Artifact");
    private static final float MARGIN = 54;
    private static final float NUMBER_SIZE = 7.5f;
    private static final float NUMBER_LINE = 33.5f;
    private static final float GREY = 0.4f;

    private PdfStamps() {}

    /** A text across each page: from corner to corner, or in its head or foot. */
    static void watermark(PDDocument document, Watermark mark) throws IOException {
        PDFont font = load(document, mark.text());
        float width = Math.max(1, font.getStringWidth(mark.text()) / 1000);
        PDExtendedGraphicsState state = new PDExtendedGraphicsState();
        state.setNonStrokingAlphaConstant((float) mark.opacity());
        for (PDPage page : document.getPages()) {
            PDRectangle box = page.getMediaBox();
            try (PDPageContentStream out = append(document, page)) {
                out.setGraphicsStateParameters(state);
                out.setNonStrokingColor(0.5f);
                out.beginText();
                if ("diagonal".equals(mark.position())) {
                    float size = (float) Math.min(48, 0.72 * Math.hypot(box.getWidth(), box.getHeight()) / width);
                    out.setFont(font, size);
                    out.setTextMatrix(diagonal(box, width * size, size));
                } else {
                    float size = Math.min(14, (box.getWidth() - 2 * MARGIN) / width);
                    out.setFont(font, size);
                    float y = "header".equals(mark.position()) ? box.getHeight() - 24 : 14;
                    out.setTextMatrix(Matrix.getTranslateInstance((box.getWidth() - width * size) / 2, y));
                }
                out.showText(mark.text());
                out.endText();
                out.endMarkedContent();
            }
        }
    }

    private static Matrix diagonal(PDRectangle box, float length, float size) {
        Matrix matrix = Matrix.getTranslateInstance(box.getWidth() / 2, box.getHeight() / 2);
        matrix.concatenate(Matrix.getRotateInstance(Math.PI / 4, 0, 0));
        matrix.concatenate(Matrix.getTranslateInstance(-length / 2, -size / 3));
        return matrix;
    }

    /** "Page x of y" where the templates leave room for it. */
    static void pageNumbers(PDDocument document) throws IOException {
        int pages = document.getNumberOfPages();
        PDFont font = load(document, "");
        for (int i = 0; i < pages; i++) {
            text(document, document.getPage(i), font, "Page " + (i + 1) + " of " + pages);
        }
    }

    private static void text(PDDocument document, PDPage page, PDFont font, String text) throws IOException {
        try (PDPageContentStream out = append(document, page)) {
            out.setNonStrokingColor(GREY);
            out.beginText();
            out.setFont(font, NUMBER_SIZE);
            out.newLineAtOffset(MARGIN, NUMBER_LINE);
            out.showText(text);
            out.endText();
            out.endMarkedContent();
        }
    }

    private static PDPageContentStream append(PDDocument document, PDPage page) throws IOException {
        PDPageContentStream out = new PDPageContentStream(document, page, AppendMode.APPEND, true, true);
        out.beginMarkedContent(ARTIFACT);
        return out;
    }

    /** The first font that has all letters of a text. */
    private static PDFont load(PDDocument document, String text) throws IOException {
        ReportFont font = ReportFont.REGULAR;
        for (ReportFont other : new ReportFont[] {ReportFont.EAST_ASIAN, ReportFont.WIDER, ReportFont.REGULAR}) {
            if (text.codePoints().allMatch(other::has)) {
                font = other;
            }
        }
        try (InputStream in = font.open()) {
            return PDType0Font.load(document, in, true);
        }
    }
}
