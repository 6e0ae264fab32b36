package studio.crossbar.ui.search;

import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Colours;
import studio.crossbar.ui.common.Theme;

/** One drawing of parallel coordinates: lines that were painted in the background, and above them axes, ranges and one trial. */
final class ParallelPainter {

    /** Least room for an axis, px. */
    static final double AXIS_WIDTH = 92;

    /** Room below the axes' feet, px. */
    static final double BOTTOM = 12;

    private static final double TOP = 26;
    private static final double TEXT = 11;

    private final GraphicsContext g;
    private final Theme theme;
    private final ParallelPicture picture;
    private final double[] xs;
    private final double foot;
    private final double scale;
    private final double top;

    /**
     * Draws {@code picture} over the whole canvas of {@code g}.
     *
     * @param scale of the text, 1 for the usual size
     */
    ParallelPainter(GraphicsContext g, Theme theme, ParallelPicture picture, double scale) {
        this.scale = scale;
        top = top(scale);
        this.g = g;
        this.theme = theme;
        this.picture = picture;
        xs = places(picture, g.getCanvas().getWidth());
        foot = g.getCanvas().getHeight() - BOTTOM;
    }

    /** Where the axes' heads are, px from the top. */
    static double top(double scale) {
        return TOP * scale;
    }

    /** Where each axis stands, px from the left. */
    static double[] places(ParallelPicture picture, double width) {
        int count = picture.axes().size();
        double[] xs = new double[count];
        for (int i = 0; i < count; i++) {
            xs[i] = (i + 0.5) * width / count;
        }
        return xs;
    }

    /** The lines of all trials, unless they are of another size and would not meet the axes: those of this one arrive soon. */
    void drawLines(@Nullable WritableImage lines) {
        if (lines != null
                && lines.getWidth() == g.getCanvas().getWidth()
                && lines.getHeight() == g.getCanvas().getHeight()) {
            g.drawImage(lines, 0, 0);
        }
    }

    /** The line of a trial, if it is there. */
    void drawTrial(long id) {
        int trial = indexOf(id);
        if (trial < 0) {
            return;
        }
        g.setStroke(Colours.fx(theme.text()));
        g.setLineWidth(2);
        g.beginPath();
        boolean started = false;
        for (int axis = 0; axis < xs.length; axis++) {
            double place = picture.places()[axis][trial];
            if (!Double.isNaN(place)) {
                double y = y(place);
                if (started) {
                    g.lineTo(xs[axis], y);
                } else {
                    g.moveTo(xs[axis], y);
                    started = true;
                }
            }
        }
        g.stroke();
    }

    private int indexOf(long id) {
        for (int i = 0; i < picture.ids().length; i++) {
            if (picture.ids()[i] == id) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Draws all axes.
     *
     * @param ranges least and greatest share that is brushed of an axis, by its index
     * @param chosen axis that keys brush, or −1
     */
    void drawAxes(Map<Integer, double[]> ranges, int chosen) {
        g.setFont(Font.font(TEXT * scale));
        for (int axis = 0; axis < xs.length; axis++) {
            drawAxis(picture.axes().get(axis), xs[axis], axis == chosen);
            double[] range = ranges.get(axis);
            if (range != null) {
                drawRange(xs[axis], y(range[1]), y(range[0]));
            }
        }
    }

    private void drawAxis(ParallelPicture.Axis axis, double x, boolean chosen) {
        g.setLineWidth(chosen ? 3 : 1);
        g.setStroke(Colours.fx(chosen ? Paints.brushed(theme) : theme.muted()));
        g.strokeLine(Math.round(x) + 0.5, top, Math.round(x) + 0.5, foot);
        g.setLineWidth(1);
        g.setStroke(Colours.fx(theme.muted()));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(Colours.fx(theme.text()));
        g.fillText(axis.name(), x, 10 * scale, AXIS_WIDTH * scale - 4);
        g.setTextAlign(TextAlignment.LEFT);
        for (Map.Entry<Double, String> tick : axis.ticks().entrySet()) {
            double y = y(tick.getKey());
            g.strokeLine(x - 3, y, x + 3, y);
            // A ground behind the text, which lines would make unreadable.
            double width = Math.min(
                    AXIS_WIDTH * scale - 12, 6.2 * scale * tick.getValue().length() + 4);
            g.setFill(Colours.fx(theme.background(), 0.75));
            g.fillRect(x + 4, y - 7 * scale, width, 14 * scale);
            g.setFill(Colours.fx(theme.muted()));
            g.fillText(tick.getValue(), x + 6, y, AXIS_WIDTH * scale - 14);
        }
    }

    private void drawRange(double x, double upper, double lower) {
        g.setFill(Colours.fx(Paints.brushed(theme), 0.25));
        g.fillRect(x - 6, upper, 12, lower - upper);
        g.setStroke(Colours.fx(Paints.brushed(theme)));
        g.strokeRect(x - 6, upper, 12, lower - upper);
    }

    /** Place of a share of an axis, 0 at its foot. */
    private double y(double share) {
        return foot + share * (top - foot);
    }
}
