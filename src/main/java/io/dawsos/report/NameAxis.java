package io.dawsos.report;

import java.awt.Graphics2D;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.ui.RectangleEdge;

/** Names along an axis; those that Inter alone cannot write, letter by letter in the font that has it. */
final class NameAxis extends CategoryAxis {

    private static final long serialVersionUID = 1;

    NameAxis() {
        setTickLabelFont(Palette.font());
        setTickLabelPaint(Palette.INK);
        setAxisLinePaint(Palette.AXIS);
        setAxisLineStroke(Palette.HAIR);
        setTickMarksVisible(false);
    }

    @Override
    @SuppressWarnings("rawtypes")
    protected TextBlock createLabel(Comparable category, float width, RectangleEdge edge, Graphics2D graphics) {
        String name = category.toString();
        if (name.codePoints().allMatch(ReportFont.REGULAR::has)) {
            return super.createLabel(category, width, edge, graphics);
        }
        TextBlock block = new TextBlock();
        block.addLine(DrawnName.line(name, width));
        return block;
    }
}
