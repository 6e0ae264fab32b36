package studio.crossbar.ui.search;

import java.util.ArrayList;
import java.util.List;

/** Where the pointer went on a chart since its button was pressed, in pixels, and which trials that brushes. */
final class BrushTrail {

    private static final double CLICK_REACH = 4;
    /** Corners closer than this show no difference, and cost time. */
    private static final double STEP = 2;

    private final Brush brush;
    private final List<double[]> corners = new ArrayList<>();
    private boolean dragging;

    /** The button was pressed at a place. */
    BrushTrail(Brush brush, double x, double y) {
        this.brush = brush;
        corners.add(new double[] {x, y});
    }

    /** The pointer has come to a place. */
    void to(double x, double y) {
        double[] first = corners.getFirst();
        double[] last = corners.getLast();
        dragging |= Math.hypot(x - first[0], y - first[1]) > CLICK_REACH;
        if (brush == Brush.RECTANGLE) {
            corners.subList(1, corners.size()).clear();
            corners.add(new double[] {x, y});
        } else if (Math.hypot(x - last[0], y - last[1]) >= STEP) {
            corners.add(new double[] {x, y});
        }
    }

    /** Whether it is more than a click with an unsteady hand. */
    boolean dragging() {
        return dragging;
    }

    /** The closed line to show. */
    Lasso outline() {
        double[] from = corners.getFirst();
        double[] to = corners.getLast();
        return brush == Brush.RECTANGLE
                ? new Lasso(
                        new double[] {from[0], to[0], to[0], from[0]}, new double[] {from[1], from[1], to[1], to[1]})
                : new Lasso(
                        corners.stream().mapToDouble(corner -> corner[0]).toArray(),
                        corners.stream().mapToDouble(corner -> corner[1]).toArray());
    }

    /** Ids of the points of {@code picture} within, as drawn on these scales. */
    List<Long> within(ScatterPicture picture, PlotScale x, PlotScale y) {
        double[] from = corners.getFirst();
        double[] to = corners.getLast();
        return brush == Brush.RECTANGLE
                ? picture.within(x.valueAt(from[0]), y.valueAt(from[1]), x.valueAt(to[0]), y.valueAt(to[1]))
                : picture.within(outline(), x, y);
    }
}
