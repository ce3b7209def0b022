package io.dawsos.report;

import static java.util.Objects.requireNonNull;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Element;

/** Draws {@code <object data="chart id">} as lines and shapes, not as a picture of dots. */
final class ChartDrawers implements FSObjectDrawerFactory {

    private final Map<String, Chart> charts;

    ChartDrawers(Map<String, Chart> charts) {
        this.charts = charts;
    }

    @Override
    public boolean isReplacedObject(Element element) {
        return charts.containsKey(element.getAttribute("data"));
    }

    @Override
    public FSObjectDrawer createDrawer(Element element) {
        Chart chart = requireNonNull(charts.get(element.getAttribute("data")), "a chart without data");
        JFreeChart painted = ChartPainter.paint(chart);
        return (e, x, y, width, height, device, context, dots) ->
                draw(painted, new Frame(x, y, width, height, dots), device);
    }

    /** Where the chart goes, in dots. */
    private record Frame(double x, double y, double width, double height, int dotsPerPixel) {}

    private static Map<Shape, String> draw(JFreeChart chart, Frame frame, OutputDevice device) {
        double width = frame.width() / frame.dotsPerPixel();
        double height = frame.height() / frame.dotsPerPixel();
        device.drawWithGraphics(
                (float) frame.x(),
                (float) frame.y(),
                (float) frame.width() / frame.dotsPerPixel(),
                (float) frame.height() / frame.dotsPerPixel(),
                graphics -> chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height)));
        return Map.of();
    }
}
