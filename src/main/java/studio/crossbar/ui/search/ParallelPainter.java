package studio.crossbar.ui.search;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import studio.crossbar.ui.common.Lettering;
import studio.crossbar.ui.common.Lettering.Align;
import studio.crossbar.ui.common.Theme;

/** One drawing of parallel coordinates: axes, ranges and the lines of trials, of which the screen draws one alone. */
final class ParallelPainter {

    /** Least room for an axis, px. */
    static final double AXIS_WIDTH = 92;

    /** Room below the axes' feet, px. */
    static final double BOTTOM = 12;

    private static final double TOP = 26;
    private static final double TEXT = 11;

    private final Graphics2D g;
    private final Theme theme;
    private final ParallelPicture picture;
    private final double[] xs;
    private final double foot;
    private final double scale;
    private final double top;

    /**
     * Draws {@code picture} into an area.
     *
     * @param scale of the text, 1 for the usual size
     */
    ParallelPainter(Graphics2D g, Theme theme, ParallelPicture picture, double width, double height, double scale) {
        this.scale = scale;
        top = top(scale);
        this.g = g;
        this.theme = theme;
        this.picture = picture;
        xs = places(picture, width);
        foot = height - BOTTOM;
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

    /** The line of a trial, if it is there. */
    void drawTrial(long id) {
        for (int i = 0; i < picture.ids().length; i++) {
            if (picture.ids()[i] == id) {
                drawTrial(i, theme.text(), 2);
            }
        }
    }

    /** The line of the trial at an index of the picture. */
    void drawTrial(int trial, Color colour, float width) {
        Path2D line = new Path2D.Double();
        for (int axis = 0; axis < xs.length; axis++) {
            double place = picture.places()[axis][trial];
            if (!Double.isNaN(place)) {
                if (line.getCurrentPoint() == null) {
                    line.moveTo(xs[axis], y(place));
                } else {
                    line.lineTo(xs[axis], y(place));
                }
            }
        }
        g.setPaint(colour);
        g.setStroke(new BasicStroke(width));
        g.draw(line);
    }

    /**
     * Draws all axes.
     *
     * @param ranges least and greatest share that is brushed of an axis, by its index
     * @param chosen axis that keys brush, or −1
     */
    void drawAxes(Map<Integer, double[]> ranges, int chosen) {
        for (int axis = 0; axis < xs.length; axis++) {
            drawAxis(picture.axes().get(axis), xs[axis], axis == chosen);
            double[] range = ranges.get(axis);
            if (range != null) {
                drawRange(xs[axis], y(range[1]), y(range[0]));
            }
        }
    }

    private void drawAxis(ParallelPicture.Axis axis, double x, boolean chosen) {
        g.setStroke(new BasicStroke(chosen ? 3 : 1));
        g.setPaint(chosen ? Paints.brushed(theme) : theme.muted());
        g.draw(new Line2D.Double(Math.round(x) + 0.5, top, Math.round(x) + 0.5, foot));
        g.setStroke(new BasicStroke(1));
        g.setPaint(theme.text());
        write(axis.name(), x, 10 * scale, AXIS_WIDTH * scale - 4, Align.CENTRE);
        for (Map.Entry<Double, String> tick : axis.ticks().entrySet()) {
            double y = y(tick.getKey());
            g.setPaint(theme.muted());
            g.draw(new Line2D.Double(x - 3, y, x + 3, y));
            // A ground behind the text, which lines would make unreadable.
            double width = Math.min(
                    AXIS_WIDTH * scale - 12, 6.2 * scale * tick.getValue().length() + 4);
            g.setPaint(faint(theme.background(), 0.75));
            g.fill(new Rectangle2D.Double(x + 4, y - 7 * scale, width, 14 * scale));
            g.setPaint(theme.muted());
            write(tick.getValue(), x + 6, y, AXIS_WIDTH * scale - 14, Align.LEFT);
        }
    }

    /** In smaller letters where there is no room for those of the usual size. */
    private void write(String text, double x, double middle, double room, Align align) {
        Font usual = Lettering.font(Font.PLAIN, TEXT * scale);
        double needed = Lettering.width(text, usual);
        g.setFont(needed > room ? Lettering.font(Font.PLAIN, TEXT * scale * room / needed) : usual);
        Lettering.draw(g, text, x, middle, align);
    }

    private void drawRange(double x, double upper, double lower) {
        Rectangle2D range = new Rectangle2D.Double(x - 6, upper, 12, lower - upper);
        g.setPaint(faint(Paints.brushed(theme), 0.25));
        g.fill(range);
        g.setPaint(Paints.brushed(theme));
        g.draw(range);
    }

    private static Color faint(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * opacity));
    }

    /** Place of a share of an axis, 0 at its foot. */
    private double y(double share) {
        return foot + share * (top - foot);
    }
}
