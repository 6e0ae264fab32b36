package studio.crossbar.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import studio.crossbar.search.Parameter;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.Trial;
import studio.crossbar.ui.common.Colours;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Theme;

/**
 * Trials as lines across parallel axes: figures first, then the parameters of the space.
 *
 * @param axes from left to right
 * @param ids of the trials that were measured
 * @param places share of the axis from its foot, {@code [axis][trial]}; NaN where a parameter is not active
 * @param front whether each is on the search's front
 * @param missing trials that are no lines
 */
record ParallelPicture(List<Axis> axes, long[] ids, double[][] places, boolean[] front, int missing) {

    private static final List<TrialFigure> FIGURES =
            List.of(TrialFigure.ACCURACY, TrialFigure.AREA, TrialFigure.ENERGY, TrialFigure.LATENCY);
    private static final int TICKS = 6;

    /** Most values of a parameter that are all written beside its axis. */
    private static final int MOST_LABELS = 12;

    /**
     * An axis.
     *
     * @param name figure with its unit, or parameter
     * @param ticks texts by their share of the axis
     */
    record Axis(String name, Map<Double, String> ticks) {}

    /** Takes the line of a trial. */
    interface Line {

        /**
         * Draws it.
         *
         * @param trial index of the trial
         * @param argb colour
         * @param wide whether it is two pixels wide, to stand out
         */
        void draw(int trial, int argb, boolean wide);
    }

    /** Figures that colours can stand for: index of the axis. */
    static List<TrialFigure> figures() {
        return FIGURES;
    }

    static ParallelPicture of(SearchPicture search) {
        List<Trial> shown = search.trials().stream()
                .filter(trial -> FIGURES.stream().noneMatch(figure -> Double.isNaN(figure.of(trial))))
                .toList();
        List<Axis> axes = new ArrayList<>();
        List<double[]> places = new ArrayList<>();
        FIGURES.forEach(figure -> add(figure, shown, axes, places));
        SearchSpace space = search.setup().space();
        for (int p = 0; p < space.parameters().size(); p++) {
            add(space, p, shown, axes, places);
        }
        boolean[] front = new boolean[shown.size()];
        long[] ids = new long[shown.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = shown.get(i).id();
            front[i] = search.onFront().contains(ids[i]);
        }
        return new ParallelPicture(
                axes,
                ids,
                places.toArray(double[][]::new),
                front,
                search.trials().size() - ids.length);
    }

    private static void add(TrialFigure figure, List<Trial> shown, List<Axis> axes, List<double[]> places) {
        double[] values = shown.stream().mapToDouble(figure::of).toArray();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        PlotScale scale = PlotScale.around(
                values.length == 0 ? Double.NaN : low,
                values.length == 0 ? Double.NaN : high,
                figure.logarithmic(),
                0,
                1);
        Map<Double, String> ticks = new TreeMap<>();
        scale.ticks(TICKS).forEach(tick -> ticks.put(scale.at(tick), Numbers.amount(tick)));
        axes.add(new Axis(figure.heading(), ticks));
        for (int i = 0; i < values.length; i++) {
            values[i] = scale.at(values[i]);
        }
        places.add(values);
    }

    private static void add(SearchSpace space, int index, List<Trial> shown, List<Axis> axes, List<double[]> places) {
        Parameter parameter = space.parameters().get(index);
        int count = parameter.values().size();
        Map<Double, String> ticks = new TreeMap<>();
        int every = Math.ceilDiv(count, MOST_LABELS);
        for (int v = 0; v < count; v += every) {
            ticks.put(share(v, count), parameter.values().get(v));
        }
        axes.add(new Axis(parameter.name(), ticks));
        places.add(shown.stream()
                .mapToDouble(trial -> space.active(index, trial.genome().indices())
                        ? share(trial.genome().index(index), count)
                        : Double.NaN)
                .toArray());
    }

    private static double share(int value, int count) {
        return count == 1 ? 0.5 : 0.03 + 0.94 * value / (count - 1);
    }

    /**
     * Paints all lines; brushed ones last and in colour, the others muted where there are any.
     *
     * @param xs place of each axis, pixels
     * @param top place of the axes' heads
     * @param foot of their feet
     * @param colour index of the axis that gives the colours
     * @param muted ARGB of lines that are not brushed, while some are
     */
    Raster paint(
            int width, int height, double[] xs, double top, double foot, int colour, int muted, Set<Long> brushed) {
        Raster raster = new Raster(width, height);
        lines(colour, muted, brushed, (trial, argb, wide) -> {
            paint(raster, trial, xs, top, foot, argb);
            if (wide) {
                paint(raster, trial, xs, top + 1, foot + 1, argb);
            }
        });
        return raster;
    }

    /** Gives all lines to {@code line} in the order in which they cover one another; see {@link #paint}. */
    void lines(int colour, int muted, Set<Long> brushed, Line line) {
        double opacity = Math.clamp(60.0 / Math.max(1, ids.length), 0.08, 0.7);
        boolean none = brushed.isEmpty();
        for (int i = 0; i < ids.length; i++) {
            if (!front[i] && !brushed.contains(ids[i])) {
                line.draw(i, none ? argb(colour, i, opacity) : muted, false);
            }
        }
        for (int i = 0; i < ids.length; i++) {
            if (front[i] && !brushed.contains(ids[i])) {
                line.draw(i, none ? argb(colour, i, 1) : muted, false);
            }
        }
        for (int i = 0; i < ids.length; i++) {
            if (brushed.contains(ids[i])) {
                line.draw(i, argb(colour, i, 1), true);
            }
        }
    }

    private int argb(int colour, int trial, double opacity) {
        return Colours.argb(Paints.scale(places[colour][trial]), opacity);
    }

    /** ARGB of lines that are not brushed, while some are: the more lines, the fainter. */
    int muted(Theme theme) {
        return Colours.argb(theme.muted(), Math.clamp(20.0 / Math.max(1, ids.length), 0.02, 0.2));
    }

    /** Skips axes on which the trial has no place. */
    private void paint(Raster raster, int trial, double[] xs, double top, double foot, int argb) {
        int from = -1;
        for (int axis = 0; axis < xs.length; axis++) {
            if (Double.isNaN(places[axis][trial])) {
                continue;
            }
            if (from >= 0) {
                raster.line(
                        xs[from],
                        foot + places[from][trial] * (top - foot),
                        xs[axis],
                        foot + places[axis][trial] * (top - foot),
                        argb);
            }
            from = axis;
        }
    }

    /** Ids of the trials within {@code low … high} of every axis in {@code ranges}. */
    List<Long> within(Map<Integer, double[]> ranges) {
        List<Long> found = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            int trial = i;
            boolean inside = ranges.entrySet().stream().allMatch(range -> {
                double place = places[range.getKey()][trial];
                return place >= range.getValue()[0] && place <= range.getValue()[1];
            });
            if (inside) {
                found.add(ids[i]);
            }
        }
        return found;
    }
}
