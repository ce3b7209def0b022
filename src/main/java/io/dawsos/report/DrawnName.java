package io.dawsos.report;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.LineMetrics;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.text.TextFragment;
import org.jfree.chart.text.TextLine;
import org.jfree.chart.ui.Size2D;
import org.jfree.chart.ui.TextAnchor;

/** A piece of a name in one font, its letters drawn one beside the other as they stand: they are in visual order already. */
final class DrawnName extends TextFragment {

    private static final long serialVersionUID = 1;
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final LineMetrics METRICS = Palette.font().getLineMetrics("0", EXACT);
    private static final String SHORTENED = "\u2026";

    private final transient GlyphVector glyphs;

    private DrawnName(String text, Font font) {
        super(text, font, Palette.INK);
        this.glyphs = font.createGlyphVector(EXACT, text);
    }

    /** The whole name, or as much of its beginning as that width holds. */
    static TextLine line(String name, float width) {
        List<DrawnName> pieces = pieces(name);
        int length = name.codePointCount(0, name.length());
        while (width(pieces) > width && length > 1) {
            length--;
            pieces = pieces(name.substring(0, name.offsetByCodePoints(0, length)) + SHORTENED);
        }
        TextLine line = new TextLine();
        pieces.forEach(line::addFragment);
        return line;
    }

    static List<DrawnName> pieces(String name) {
        String visual = Directions.visual(name);
        List<DrawnName> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < visual.length(); i = visual.offsetByCodePoints(i, 1)) {
            ReportFont font = font(visual.codePointAt(start));
            if (font(visual.codePointAt(i)) != font) {
                pieces.add(new DrawnName(visual.substring(start, i), Palette.font(font)));
                start = i;
            }
        }
        pieces.add(new DrawnName(visual.substring(start), Palette.font(font(visual.codePointAt(start)))));
        return pieces;
    }

    /** The first font that has it. */
    private static ReportFont font(int codePoint) {
        if (ReportFont.REGULAR.has(codePoint)) {
            return ReportFont.REGULAR;
        }
        return ReportFont.WIDER.has(codePoint) ? ReportFont.WIDER : ReportFont.EAST_ASIAN;
    }

    private static double width(List<DrawnName> pieces) {
        return pieces.stream()
                .mapToDouble(piece -> piece.glyphs.getLogicalBounds().getWidth())
                .sum();
    }

    @Override
    public Size2D calculateDimensions(Graphics2D graphics) {
        return new Size2D(glyphs.getLogicalBounds().getWidth(), METRICS.getHeight());
    }

    @Override
    public float calculateBaselineOffset(Graphics2D graphics, TextAnchor anchor) {
        return anchor.isTop() ? METRICS.getAscent() : 0;
    }

    @Override
    public void draw(
            Graphics2D graphics, float x, float y, TextAnchor anchor, float rotateX, float rotateY, double angle) {
        graphics.setPaint(getPaint());
        graphics.fill(glyphs.getOutline(x, y));
    }
}
