package studio.crossbar.report;

import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Area and energy as stacked bars by component, over the bill that is also their legend. */
final class CostFigure implements Figure {

    private static final float BAR = 24;
    private static final float BAR_BLOCK = 70;
    private static final float ROW = 13;
    private static final float SIZE = 8;
    private static final float[] COLUMN_ENDS = {0.50f, 0.61f, 0.77f, 0.88f, 1};
    private static final float[] COLUMN_ENDS_WITHOUT_SOURCES = {0.50f, 0.65f, 0.85f, 1};

    private final Bill bill;
    private final boolean sources;

    /**
     * Prepares.
     *
     * @param sources whether the bill names its sources by number
     */
    CostFigure(Bill bill, boolean sources) {
        this.bill = bill;
        this.sources = sources;
    }

    @Override
    public float height(float width) {
        return 2 * BAR_BLOCK + ROW * (bill.lines().size() + 2) + 8;
    }

    @Override
    public void draw(Canvas canvas, float x, float y, float width) throws IOException {
        bar(canvas, "Area", "mm²", Bill.Line::areaSquareMillimetres, bill.areaSquareMillimetres(), x, y, width);
        bar(
                canvas,
                "Energy an inference",
                "nJ",
                Bill.Line::energyNanojoules,
                bill.energyNanojoules(),
                x,
                y + BAR_BLOCK,
                width);
        table(canvas, x, y + 2 * BAR_BLOCK + 4, width);
    }

    private void bar(
            Canvas canvas,
            String quantity,
            String unit,
            ToDoubleFunction<Bill.Line> value,
            double total,
            float x,
            float y,
            float width)
            throws IOException {
        canvas.heading(quantity + ": " + Words.measured(total) + " " + unit, x, y + 9, 9, Canvas.INK);
        float top = y + 15;
        if (!(total > 0)) {
            return;
        }
        float at = x;
        for (Bill.Line line : bill.lines()) {
            double share = value.applyAsDouble(line) / total;
            float length = (float) (share * width);
            int colour = ComponentPalette.colour(line.component());
            canvas.rectangle(at, top, length, BAR, colour);
            label(canvas, line.component().label(), share, at, top, length, colour);
            at += length;
        }
        for (double tick : Axis.ticks(0, total, 8)) {
            float tickAt = x + (float) (tick / total * width);
            canvas.line(tickAt, top + BAR, tickAt, top + BAR + 3, 0.6f, Canvas.INK);
            canvas.text(
                    tick == 0 ? "0 " + unit : Words.number(tick),
                    tickAt,
                    top + BAR + 11,
                    7,
                    Canvas.INK,
                    tick == 0 ? Canvas.Align.LEFT : tick > 0.97 * total ? Canvas.Align.RIGHT : Canvas.Align.CENTRE);
        }
    }

    private static void label(Canvas canvas, String name, double share, float x, float y, float width, int colour)
            throws IOException {
        String percent = Words.shortPercent(share);
        int ink = dark(colour) ? 0xFFFFFF : Canvas.INK;
        float room = width - 6;
        Typeface typeface = canvas.typeface();
        if (typeface.width(percent, 7) > room) {
            return;
        }
        boolean named = typeface.width(name, 7) <= room;
        if (named) {
            canvas.text(name, x + width / 2, y + 10, 7, ink, Canvas.Align.CENTRE);
        }
        canvas.text(percent, x + width / 2, y + (named ? 19 : 14.5f), 7, ink, Canvas.Align.CENTRE);
    }

    /** Whether white text reads better, by the luma of ITU-R BT.601. */
    private static boolean dark(int colour) {
        return 0.299 * (colour >> 16 & 0xFF) + 0.587 * (colour >> 8 & 0xFF) + 0.114 * (colour & 0xFF) < 140;
    }

    private void table(Canvas canvas, float x, float y, float width) throws IOException {
        float at = y + ROW - 4;
        canvas.heading("Component", x + 14, at, SIZE, Canvas.INK);
        row(canvas, List.of("area (mm²)", "share", "energy (nJ)", "share", "sources"), x, at, width);
        canvas.line(x, y + ROW, x + width, y + ROW, 0.6f, Canvas.INK);
        double area = bill.areaSquareMillimetres();
        double energy = bill.energyNanojoules();
        for (Bill.Line line : bill.lines()) {
            at += ROW;
            canvas.rectangle(x, at - 7, 9, 9, ComponentPalette.colour(line.component()));
            canvas.text(line.component().label(), x + 14, at, SIZE, Canvas.INK, Canvas.Align.LEFT);
            row(
                    canvas,
                    List.of(
                            Words.measured(line.areaSquareMillimetres()),
                            share(line.areaSquareMillimetres(), area),
                            Words.measured(line.energyNanojoules()),
                            share(line.energyNanojoules(), energy),
                            references(line)),
                    x,
                    at,
                    width);
        }
        at += ROW;
        canvas.line(x, at - ROW + 4, x + width, at - ROW + 4, 0.6f, Canvas.INK);
        canvas.heading("total", x + 14, at, SIZE, Canvas.INK);
        row(canvas, List.of(Words.measured(area), "", Words.measured(energy), "", ""), x, at, width);
    }

    private static String references(Bill.Line line) {
        return line.sources().isEmpty()
                ? ""
                : line.sources().stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String share(double part, double total) {
        return total > 0 ? Words.shortPercent(part / total) : "–";
    }

    private void row(Canvas canvas, List<String> values, float x, float y, float width) throws IOException {
        float[] ends = sources ? COLUMN_ENDS : COLUMN_ENDS_WITHOUT_SOURCES;
        for (int i = 0; i < ends.length; i++) {
            float room = i == 0 ? 80 : (ends[i] - ends[i - 1]) * width - 4;
            String shown = canvas.typeface().fitted(values.get(i), SIZE, room);
            canvas.text(shown, x + ends[i] * width, y, SIZE, Canvas.INK, Canvas.Align.RIGHT);
        }
    }
}
