package studio.crossbar.ui.training;

import java.util.Arrays;
import org.jfree.data.xy.XYSeries;

/**
 * A curve of any length as a series that a chart draws at once: each of {@value #STRETCHES} stretches keeps its lowest and its
 * highest point, so that no extreme is lost, and the first and last points of all stay.
 */
final class Curve {

    /** More than a chart of half the window has pixels for, at two points each. */
    static final int STRETCHES = 240;

    private final XYSeries series;
    private double[] x = new double[64];
    private double[] y = new double[64];
    private int size;

    Curve(String name) {
        series = new XYSeries(name, false, true);
    }

    /** What the chart draws; changes when {@link #publish} is called. */
    XYSeries series() {
        return series;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Appends a point; one that is no number leaves a gap and is left out. */
    void add(double atX, double atY) {
        if (!Double.isFinite(atY)) {
            return;
        }
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
        }
        x[size] = atX;
        y[size++] = atY;
    }

    /** Hands the points to the chart with one event. */
    void publish() {
        series.setNotify(false);
        series.clear();
        if (size <= 2 * STRETCHES) {
            for (int i = 0; i < size; i++) {
                series.add(x[i], y[i], false);
            }
        } else {
            thin();
        }
        series.setNotify(true);
    }

    private void thin() {
        series.add(x[0], y[0], false);
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            int from = 1 + (int) ((long) stretch * (size - 2) / STRETCHES);
            int to = 1 + (int) ((long) (stretch + 1) * (size - 2) / STRETCHES);
            int low = from;
            int high = from;
            for (int i = from + 1; i < to; i++) {
                low = y[i] < y[low] ? i : low;
                high = y[i] > y[high] ? i : high;
            }
            series.add(x[Math.min(low, high)], y[Math.min(low, high)], false);
            if (low != high) {
                series.add(x[Math.max(low, high)], y[Math.max(low, high)], false);
            }
        }
        series.add(x[size - 1], y[size - 1], false);
    }
}
