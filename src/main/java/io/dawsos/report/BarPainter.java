package io.dawsos.report;

import java.awt.Color;
import java.awt.Paint;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.category.WaterfallBarRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** Charts of bars. */
final class BarPainter {

    private BarPainter() {}

    static CategoryPlot bars(Chart.Bars chart) {
        BarRenderer renderer = new SignedBars();
        CategoryPlot plot = plot(chart.unit(), chart.bars(), renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        labels(renderer, chart.unit(), ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT);
        renderer.setDefaultNegativeItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT));
        CategoryAxis names = plot.getDomainAxis();
        names.setMaximumCategoryLabelWidthRatio(0.4f);
        names.setCategoryMargin(0.35);
        // each bar says its value
        plot.getRangeAxis().setVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.getRangeAxis().setUpperMargin(0.14);
        boolean falls = chart.bars().stream().anyMatch(bar -> bar.value() < 0);
        plot.getRangeAxis().setLowerMargin(falls ? 0.14 : 0.05);
        return plot;
    }

    static CategoryPlot waterfall(Chart.Waterfall chart) {
        WaterfallBarRenderer renderer = new WaterfallBarRenderer();
        renderer.setFirstBarPaint(Palette.DEEP);
        renderer.setLastBarPaint(Palette.DEEP);
        renderer.setPositiveBarPaint(Palette.ACCENT);
        renderer.setNegativeBarPaint(Palette.LOSS);
        renderer.setDrawBarOutline(false);
        renderer.setMaximumBarWidth(0.12);
        CategoryPlot plot = plot(chart.unit(), chart.bars(), renderer);
        labels(renderer, chart.unit(), ItemLabelAnchor.OUTSIDE12, TextAnchor.BOTTOM_CENTER);
        renderer.setDefaultNegativeItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE6, TextAnchor.TOP_CENTER));
        plot.getRangeAxis().setUpperMargin(0.16);
        plot.getDomainAxis().setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
        plot.getDomainAxis().setMaximumCategoryLabelLines(2);
        return plot;
    }

    private static CategoryPlot plot(String unit, List<Chart.Bar> bars, BarRenderer renderer) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        bars.forEach(bar -> data.addValue(bar.value(), "value", bar.label()));
        CategoryAxis names = new NameAxis();
        NumberAxis values = ChartPainter.numbers(unit);
        CategoryPlot plot = new CategoryPlot(data, names, values, renderer);
        plot.setRangeGridlinePaint(Palette.GRID);
        plot.setRangeGridlineStroke(Palette.HAIR);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(Palette.AXIS);
        plot.setRangeZeroBaselineStroke(Palette.HAIR);
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        return plot;
    }

    private static void labels(BarRenderer renderer, String unit, ItemLabelAnchor anchor, TextAnchor text) {
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelFont(Palette.font());
        renderer.setDefaultItemLabelPaint(Palette.INK);
        renderer.setDefaultItemLabelGenerator(new ValueLabels(unit));
        renderer.setDefaultPositiveItemLabelPosition(new ItemLabelPosition(anchor, text));
    }

    /** Bars below zero in another colour. */
    private static final class SignedBars extends BarRenderer {
        private static final long serialVersionUID = 1;

        @Override
        public Paint getItemPaint(int row, int column) {
            Number value = getPlot().getDataset().getValue(row, column);
            Color colour = value != null && value.doubleValue() < 0 ? Palette.LOSS : Palette.ACCENT;
            return colour;
        }
    }

    /** The value beside each bar. */
    private record ValueLabels(String unit) implements CategoryItemLabelGenerator {
        @Override
        public String generateLabel(CategoryDataset data, int row, int column) {
            Number value = data.getValue(row, column);
            return value == null ? "" : Figures.show(unit, value.doubleValue());
        }

        @Override
        public String generateRowLabel(CategoryDataset data, int row) {
            return String.valueOf(data.getRowKey(row));
        }

        @Override
        public String generateColumnLabel(CategoryDataset data, int column) {
            return String.valueOf(data.getColumnKey(column));
        }
    }
}
