package io.dawsos.report;

import java.awt.Color;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** How charts look. */
final class ChartPainter {

    private ChartPainter() {}

    static JFreeChart paint(Chart chart) {
        if (chart instanceof Chart.OverTime time) {
            return framed(overTime(time));
        }
        if (chart instanceof Chart.Bars bars) {
            return framed(BarPainter.bars(bars));
        }
        return framed(BarPainter.waterfall((Chart.Waterfall) chart));
    }

    private static JFreeChart framed(Plot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(4, 2, 2, 6));
        plot.setNoDataMessage("No data");
        plot.setNoDataMessageFont(Palette.font());
        JFreeChart chart = new JFreeChart(null, Palette.font(), plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    private static Plot overTime(Chart.OverTime chart) {
        DateAxis days = new DateAxis(null, TimeZone.getTimeZone("UTC"), Locale.ENGLISH);
        style(days);
        days.setLowerMargin(0);
        days.setUpperMargin(0);
        CombinedDomainXYPlot all = new CombinedDomainXYPlot(days);
        all.setGap(10);
        all.add(values(chart), 3);
        if (!chart.drawdowns().isEmpty()) {
            all.add(drawdowns(chart.drawdowns()), 1);
        }
        return all;
    }

    private static XYPlot values(Chart.OverTime chart) {
        NumberAxis axis = numbers(chart.unit());
        axis.setAutoRangeIncludesZero(false);
        XYPlot plot = plot(chart.values(), axis);
        double low = axis.getRange().getLowerBound();
        XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, false);
        line.setSeriesPaint(0, Palette.ACCENT);
        line.setSeriesStroke(0, Palette.LINE);
        plot.setRenderer(0, line);
        XYSeriesCollection filled = new XYSeriesCollection(series(chart.values()));
        plot.setDataset(1, filled);
        plot.setRenderer(1, area(Palette.ACCENT_SOFT));
        axis.setLowerBound(low);
        return plot;
    }

    private static XYPlot drawdowns(List<Chart.Point> points) {
        NumberAxis axis = numbers("fraction");
        XYPlot plot = plot(points, axis);
        axis.setUpperBound(0);
        XYAreaRenderer area = new XYAreaRenderer(XYAreaRenderer.AREA);
        area.setSeriesPaint(0, Palette.LOSS_SOFT);
        plot.setRenderer(1, area);
        plot.setDataset(1, new XYSeriesCollection(series(points)));
        XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, false);
        line.setSeriesPaint(0, Palette.LOSS);
        line.setSeriesStroke(0, Palette.LINE);
        plot.setRenderer(0, line);
        return plot;
    }

    private static XYAreaRenderer area(Color colour) {
        XYAreaRenderer area = new XYAreaRenderer(XYAreaRenderer.AREA);
        area.setSeriesPaint(0, colour);
        return area;
    }

    private static XYPlot plot(List<Chart.Point> points, NumberAxis axis) {
        XYPlot plot = new XYPlot(new XYSeriesCollection(series(points)), null, axis, null);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Palette.GRID);
        plot.setRangeGridlineStroke(Palette.HAIR);
        return plot;
    }

    private static XYSeries series(List<Chart.Point> points) {
        XYSeries series = new XYSeries("values");
        points.forEach(point -> series.add(millis(point.day()), point.value()));
        return series;
    }

    private static double millis(LocalDate day) {
        return (double) day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /** An axis of that unit. */
    static NumberAxis numbers(String unit) {
        NumberAxis axis = new NumberAxis();
        style(axis);
        axis.setNumberFormatOverride(new UnitFormat(unit));
        return axis;
    }

    private static void style(ValueAxis axis) {
        axis.setTickLabelFont(Palette.font());
        axis.setTickLabelPaint(Palette.INK);
        axis.setAxisLinePaint(Palette.AXIS);
        axis.setAxisLineStroke(Palette.HAIR);
        axis.setTickMarkPaint(Palette.AXIS);
        axis.setTickMarkStroke(Palette.HAIR);
    }
}
