package studio.crossbar.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Curves that were measured several times, as a picture: their means as lines, from the least to the greatest as bands. */
final class CurvePicture {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 480;
    private static final int SCALE = 2;
    private static final float OPACITY = 0.15f;

    /** Blue, vermilion and bluish green of Okabe and Ito, which those who are colour-blind can tell apart. */
    private static final Color[] COLOURS = {new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73)};

    private final YIntervalSeriesCollection curves = new YIntervalSeriesCollection();

    /** Adds a curve whose value at x is {@code values[repetition][x]}. */
    void add(String name, double[][] values) {
        YIntervalSeries series = new YIntervalSeries(name);
        for (int x = 0; x < values[0].length; x++) {
            int at = x;
            double[] here =
                    Arrays.stream(values).mapToDouble(curve -> curve[at]).toArray();
            series.add(
                    x,
                    Arrays.stream(here).average().orElseThrow(),
                    Arrays.stream(here).min().orElseThrow(),
                    Arrays.stream(here).max().orElseThrow());
        }
        curves.addSeries(series);
    }

    /** Writes a PNG. */
    void write(Path file, String title, String xName, String yName) throws IOException {
        NumberAxis yAxis = new NumberAxis(yName);
        yAxis.setAutoRangeIncludesZero(false);
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setAlpha(OPACITY);
        for (int i = 0; i < curves.getSeriesCount(); i++) {
            renderer.setSeriesPaint(i, COLOURS[i % COLOURS.length]);
            renderer.setSeriesFillPaint(i, COLOURS[i % COLOURS.length]);
            renderer.setSeriesStroke(i, new BasicStroke(2));
        }
        XYPlot plot = new XYPlot(curves, new NumberAxis(xName), yAxis, renderer);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
        JFreeChart chart = new JFreeChart(title, new Font(Font.SANS_SERIF, Font.BOLD, 14), plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        BufferedImage image = new BufferedImage(SCALE * WIDTH, SCALE * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        graphics.dispose();
        ImageIO.write(image, "png", file.toFile());
    }
}
