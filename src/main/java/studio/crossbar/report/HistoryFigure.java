package studio.crossbar.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import studio.crossbar.training.Epoch;

/** Loss and accuracy over the epochs of both phases. */
final class HistoryFigure implements Figure {

    private static final float HEIGHT = 150;
    private static final float LEFT = 38;
    private static final float TOP = 18;
    private static final float BOTTOM = 28;
    private static final float SMALL = 7;
    private static final int BLUE = 0x00508F;
    private static final int VERMILION = 0xB24500;

    private final List<Epoch> history;

    HistoryFigure(List<Epoch> history) {
        this.history = history;
    }

    /** A line of a chart. */
    private record Series(String name, int colour, ToDoubleFunction<Epoch> value) {}

    @Override
    public float height(float width) {
        return HEIGHT;
    }

    @Override
    public void draw(Canvas canvas, float x, float y, float width) throws IOException {
        float half = (width - 18) / 2;
        chart(canvas, "loss (nats)", List.of(new Series("training", BLUE, Epoch::loss)), x, y, half);
        chart(
                canvas,
                "accuracy (%)",
                List.of(
                        new Series("training", BLUE, e -> 100 * e.trainAccuracy()),
                        new Series("validation", VERMILION, e -> 100 * e.validationAccuracy())),
                x + half + 18,
                y,
                half);
    }

    private void chart(Canvas canvas, String quantity, List<Series> all, float x, float y, float width)
            throws IOException {
        List<Series> series = all.stream().filter(s -> finite(s).length > 0).toList();
        double[] values =
                series.stream().flatMapToDouble(s -> Arrays.stream(finite(s))).toArray();
        if (values.length == 0) {
            canvas.text("no finite " + quantity, x, y + TOP, SMALL, Canvas.FAINT, Canvas.Align.LEFT);
            return;
        }
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        double step = Axis.step(Math.max((high - low) / 5, 1e-6));
        Plot plot = new Plot(
                x + LEFT,
                y + TOP,
                width - LEFT - 4,
                HEIGHT - TOP - BOTTOM,
                Math.floor(low / step) * step,
                Math.max(Math.ceil(high / step), Math.floor(low / step) + 1) * step);
        frame(canvas, plot, quantity, x);
        float legend = plot.left;
        for (Series s : series) {
            line(canvas, plot, s);
            canvas.line(legend, y + 9, legend + 12, y + 9, 1.4f, s.colour);
            canvas.text(s.name, legend + 15, y + 11.5f, SMALL, Canvas.INK, Canvas.Align.LEFT);
            legend += 24 + canvas.typeface().width(s.name, SMALL);
        }
    }

    private double[] finite(Series series) {
        return history.stream()
                .mapToDouble(series.value)
                .filter(Double::isFinite)
                .toArray();
    }

    /** Where values land. */
    private record Plot(float left, float top, float width, float height, double low, double high) {

        float y(double value) {
            return top + (float) ((high - value) / (high - low)) * height;
        }
    }

    private float x(Plot plot, double epoch) {
        return plot.left + (float) ((epoch - 1) / Math.max(1, history.size() - 1)) * plot.width;
    }

    private void frame(Canvas canvas, Plot plot, String quantity, float x) throws IOException {
        float bottom = plot.top + plot.height;
        for (double tick : Axis.ticks(plot.low, plot.high, 5)) {
            canvas.line(plot.left, plot.y(tick), plot.left + plot.width, plot.y(tick), 0.4f, Canvas.RULE);
            canvas.text(Words.number(tick), plot.left - 4, plot.y(tick) + 2.5f, SMALL, Canvas.INK, Canvas.Align.RIGHT);
        }
        for (double tick : Axis.ticks(1, history.size(), 8)) {
            if (tick == Math.rint(tick) && tick >= 1) {
                canvas.line(x(plot, tick), bottom, x(plot, tick), bottom + 3, 0.6f, Canvas.INK);
                canvas.text(Words.number(tick), x(plot, tick), bottom + 10, SMALL, Canvas.INK, Canvas.Align.CENTRE);
            }
        }
        canvas.frame(plot.left, plot.top, plot.width, plot.height, 0.6f, Canvas.INK);
        canvas.text(phases(), plot.left + plot.width / 2, bottom + 20, SMALL, Canvas.FAINT, Canvas.Align.CENTRE);
        canvas.upward(quantity, x + 9, plot.top + plot.height / 2, SMALL, Canvas.FAINT);
        for (int i = 1; i < history.size(); i++) {
            if (history.get(i).phase() != history.get(i - 1).phase()) {
                float change = x(plot, i + 0.5);
                canvas.dashed(() -> canvas.line(change, plot.top, change, bottom, 0.6f, Canvas.FAINT));
            }
        }
    }

    /** The horizontal axis, with the last epoch of each phase. */
    private String phases() {
        List<String> phases = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            if (i + 1 == history.size()
                    || history.get(i + 1).phase() != history.get(i).phase()) {
                phases.add(history.get(i).phase().label() + " to " + (i + 1));
            }
        }
        return "epoch (" + String.join(", ", phases) + ")";
    }

    private void line(Canvas canvas, Plot plot, Series series) throws IOException {
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            if (Double.isFinite(series.value.applyAsDouble(history.get(i)))) {
                shown.add(i);
            }
        }
        float[] across = new float[shown.size()];
        float[] down = new float[shown.size()];
        for (int i = 0; i < across.length; i++) {
            across[i] = x(plot, shown.get(i) + 1);
            down[i] = plot.y(series.value.applyAsDouble(history.get(shown.get(i))));
        }
        canvas.polyline(across, down, 1.2f, series.colour);
        for (int i = 0; i < across.length && across.length <= 60; i++) {
            canvas.rectangle(across[i] - 1.2f, down[i] - 1.2f, 2.4f, 2.4f, series.colour);
        }
    }
}
