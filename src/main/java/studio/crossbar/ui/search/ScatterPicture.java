package studio.crossbar.ui.search;

import java.util.List;
import java.util.Set;
import studio.crossbar.search.Metric;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;
import studio.crossbar.search.front.ParetoFront;

/**
 * Trials as points of a chart of two figures.
 *
 * @param x figure along the abscissa
 * @param y along the ordinate
 * @param ids of the trials that have both
 * @param xs their values
 * @param ys likewise
 * @param kinds how far each is to be trusted, and whether it is on the search's front
 * @param lineX front of the two figures, from the best x to the worst
 * @param lineY likewise
 * @param missing trials that are no points: refused, failed or not measured yet
 */
record ScatterPicture(
        TrialFigure x,
        TrialFigure y,
        long[] ids,
        double[] xs,
        double[] ys,
        Kind[] kinds,
        double[] lineX,
        double[] lineY,
        int missing) {

    /** What a point is, in the order of painting. */
    enum Kind {
        /** Measured at a lower rung only. */
        SHORT,
        /** Trained to the end, and dominated. */
        DOMINATED,
        /** On the front in all objectives of the search. */
        FRONT
    }

    static ScatterPicture of(SearchPicture search, TrialFigure x, TrialFigure y) {
        List<Trial> shown = search.trials().stream()
                .filter(trial -> !Double.isNaN(x.of(trial)) && !Double.isNaN(y.of(trial)))
                .toList();
        int count = shown.size();
        long[] ids = new long[count];
        double[] xs = new double[count];
        double[] ys = new double[count];
        Kind[] kinds = new Kind[count];
        for (int i = 0; i < count; i++) {
            Trial trial = shown.get(i);
            ids[i] = trial.id();
            xs[i] = x.of(trial);
            ys[i] = y.of(trial);
            kinds[i] = kind(trial, search.onFront());
        }
        List<Trial> line = front(search, x, y).trials();
        return new ScatterPicture(
                x,
                y,
                ids,
                xs,
                ys,
                kinds,
                line.stream().mapToDouble(x::of).toArray(),
                line.stream().mapToDouble(y::of).toArray(),
                search.trials().size() - count);
    }

    /** In rising order of the first metric, of which less is better. */
    private static ParetoFront front(SearchPicture search, TrialFigure x, TrialFigure y) {
        List<Metric> metrics = x.metric() == y.metric() ? List.of(x.metric()) : List.of(x.metric(), y.metric());
        return search.trusted()
                ? ParetoFront.of(search.trials(), metrics)
                : ParetoFront.ofAny(search.trials(), metrics);
    }

    private static Kind kind(Trial trial, Set<Long> onFront) {
        if (onFront.contains(trial.id())) {
            return Kind.FRONT;
        }
        return trial.state() == State.FINISHED ? Kind.DOMINATED : Kind.SHORT;
    }

    int size() {
        return ids.length;
    }

    /** Scale of the abscissa over {@code from … to} pixels. */
    PlotScale scaleX(boolean logarithmic, double from, double to) {
        return scale(xs, logarithmic && x.logarithmic(), from, to);
    }

    PlotScale scaleY(boolean logarithmic, double from, double to) {
        return scale(ys, logarithmic && y.logarithmic(), from, to);
    }

    private static PlotScale scale(double[] values, boolean logarithmic, double from, double to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return values.length == 0
                ? PlotScale.around(Double.NaN, Double.NaN, logarithmic, from, to)
                : PlotScale.around(low, high, logarithmic, from, to);
    }

    /** Index of the point nearest to a place, within {@code reach} pixels; of equally near ones the last painted; or −1. */
    int nearest(PlotScale scaleX, PlotScale scaleY, double placeX, double placeY, double reach) {
        int best = -1;
        double least = reach * reach;
        for (int i = 0; i < ids.length; i++) {
            double dx = scaleX.at(xs[i]) - placeX;
            double dy = scaleY.at(ys[i]) - placeY;
            // The front is what people aim at.
            double distance = (dx * dx + dy * dy) / (kinds[i] == Kind.FRONT ? 2 : 1);
            if (distance <= least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    /**
     * The front as a staircase from its best x to its worst, then along the worst ends of both axes: a polygon around what it
     * dominates, whose last corner closes it.
     *
     * @return {@code [2][corners]}, x and y in pixels; no corners without a front
     */
    double[][] stairs(PlotScale scaleX, PlotScale scaleY) {
        int count = lineX.length;
        if (count == 0) {
            return new double[2][0];
        }
        double worstX = x.moreIsBetter() ? scaleX.from() : scaleX.to();
        double worstY = y.moreIsBetter() ? scaleY.from() : scaleY.to();
        double[] px = new double[2 * count + 2];
        double[] py = new double[2 * count + 2];
        for (int i = 0; i < count; i++) {
            px[2 * i] = scaleX.at(lineX[i]);
            px[2 * i + 1] = px[2 * i];
            py[2 * i] = i == 0 ? worstY : py[2 * i - 1];
            py[2 * i + 1] = scaleY.at(lineY[i]);
        }
        px[2 * count] = worstX;
        py[2 * count] = py[2 * count - 1];
        px[2 * count + 1] = worstX;
        py[2 * count + 1] = worstY;
        return new double[][] {px, py};
    }

    /** Ids of the points that a line drawn on these scales goes round. */
    List<Long> within(Lasso lasso, PlotScale scaleX, PlotScale scaleY) {
        double[] bounds = lasso.bounds();
        List<Long> found = new java.util.ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            double placeX = scaleX.at(xs[i]);
            double placeY = scaleY.at(ys[i]);
            boolean near = placeX >= bounds[0] && placeX <= bounds[2] && placeY >= bounds[1] && placeY <= bounds[3];
            if (near && lasso.contains(placeX, placeY)) {
                found.add(ids[i]);
            }
        }
        return found;
    }

    /** Ids of the points within two corners, in values. */
    List<Long> within(double x1, double y1, double x2, double y2) {
        List<Long> found = new java.util.ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            if (xs[i] >= Math.min(x1, x2)
                    && xs[i] <= Math.max(x1, x2)
                    && ys[i] >= Math.min(y1, y2)
                    && ys[i] <= Math.max(y1, y2)) {
                found.add(ids[i]);
            }
        }
        return found;
    }
}
