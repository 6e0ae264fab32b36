package studio.crossbar.report;

import java.io.IOException;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.TileSlot;

/** Heatmap of one layer's weight levels with the borders of its tiles; crossbar rows run right, outputs down. */
final class WeightFigure implements Figure {

    private static final float LEFT = 42;
    private static final float RIGHT = 8;
    private static final float TOP = 30;
    private static final float BOTTOM = 34;
    private static final float SMALL = 7;
    private static final float LOWEST = 30;
    private static final float HIGHEST = 150;
    private static final float WIDEST_CELL = 9;

    private final LayerPlan plan;
    private final LevelGrid grid;
    private final double steps;
    private final float pixel;

    /**
     * Reads a layer back from its tiles.
     *
     * @param pixel cells are a whole number of these wide and high, if that leaves them at least one; 0 for vector
     *     graphics
     */
    WeightFigure(MappedNetwork mapped, int layer, float pixel) {
        this.plan = mapped.plan().layers().get(layer);
        this.grid = LevelGrid.of(
                mapped.readBack(layer), plan.rows().rows(), plan.spec().outputs());
        this.steps = mapped.trained().design().hardware().weightSlices().steps();
        this.pixel = pixel;
    }

    private float cellWidth(float width) {
        return snapped(Math.min((width - LEFT - RIGHT) / grid.columns(), WIDEST_CELL));
    }

    private float cellHeight(float width) {
        float square = cellWidth(width);
        float lines = grid.lines();
        return snapped(Math.clamp(square, LOWEST / lines, Math.max(HIGHEST / lines, LOWEST / lines)));
    }

    private float snapped(float length) {
        return pixel > 0 && length >= pixel ? (float) Math.floor(length / pixel) * pixel : length;
    }

    @Override
    public float height(float width) {
        return TOP + cellHeight(width) * grid.lines() + BOTTOM;
    }

    @Override
    public void draw(Canvas canvas, float x, float y, float width) throws IOException {
        float left = x + LEFT;
        float top = y + TOP;
        float across = cellWidth(width);
        float down = cellHeight(width);
        canvas.heading(canvas.typeface().fitted(title(), 9, width), x, y + 10, 9, Canvas.INK);
        canvas.grid(left, top, across, down, () -> cells(canvas));
        float perRow = across / grid.rowsPerCell();
        float perOutput = down / grid.outputsPerCell();
        for (TileSlot slot : plan.tiles()) {
            canvas.frame(
                    left + slot.firstRow() * perRow,
                    top + slot.firstOutput() * perOutput,
                    slot.rows() * perRow,
                    slot.outputs() * perOutput,
                    0.6f,
                    Canvas.INK);
        }
        blocks(canvas, left, top - 4, perRow);
        axes(canvas, left, top, perRow, perOutput);
    }

    private String title() {
        String averages = grid.averaged()
                ? ", each cell the mean of " + grid.rowsPerCell() + " rows × " + grid.outputsPerCell() + " outputs"
                : "";
        return "Layer " + plan.name() + ": " + grid.rows() + " rows × " + grid.outputs() + " outputs, "
                + plan.tiles().size() + (plan.tiles().size() == 1 ? " tile" : " tiles") + averages;
    }

    /** Runs of one colour are one rectangle; each reaches below the next, so that no seam shows between them. */
    private void cells(Canvas canvas) throws IOException {
        for (int line = 0; line < grid.lines(); line++) {
            float high = line + 1 < grid.lines() ? 1.4f : 1;
            int start = 0;
            while (start < grid.columns()) {
                int colour = DivergingColourMap.LIGHT.colour(grid.mean(line, start) / steps);
                int end = start + 1;
                while (end < grid.columns()
                        && DivergingColourMap.LIGHT.colour(grid.mean(line, end) / steps) == colour) {
                    end++;
                }
                canvas.cells(start, line, end - start + (end < grid.columns() ? 0.4f : 0), high, colour);
                start = end;
            }
        }
    }

    private void blocks(Canvas canvas, float left, float y, float perRow) throws IOException {
        for (int b = 0; b < plan.rows().blocks().size(); b++) {
            RowPlan.Block block = plan.rows().blocks().get(b);
            float room = block.rows() * perRow - 2;
            String sign = Words.signs(block);
            String label = "block " + (b + 1) + ", " + sign;
            String shown = canvas.typeface().width(label, SMALL) <= room ? label : sign;
            if (canvas.typeface().width(shown, SMALL) <= room) {
                canvas.text(
                        shown,
                        left + (block.firstRow() + block.rows() / 2f) * perRow,
                        y,
                        SMALL,
                        Canvas.FAINT,
                        Canvas.Align.CENTRE);
            }
        }
    }

    private void axes(Canvas canvas, float left, float top, float perRow, float perOutput) throws IOException {
        float bottom = top + grid.outputs() * perOutput;
        float right = left + grid.rows() * perRow;
        for (double tick : Axis.ticks(0, grid.rows(), Math.max(2, (int) ((right - left) / 40)))) {
            float at = left + (float) tick * perRow;
            canvas.line(at, bottom, at, bottom + 3, 0.6f, Canvas.INK);
            canvas.text(Words.number(tick), at, bottom + 10, SMALL, Canvas.INK, Canvas.Align.CENTRE);
        }
        for (double tick : Axis.ticks(0, grid.outputs(), Math.max(2, (int) ((bottom - top) / 16)))) {
            float at = top + (float) tick * perOutput;
            canvas.line(left - 3, at, left, at, 0.6f, Canvas.INK);
            canvas.text(Words.number(tick), left - 5, at + 2.5f, SMALL, Canvas.INK, Canvas.Align.RIGHT);
        }
        canvas.text("crossbar row", (left + right) / 2, bottom + 19, SMALL, Canvas.FAINT, Canvas.Align.CENTRE);
        canvas.upward("output", left - 30, (top + bottom) / 2, SMALL, Canvas.FAINT);
    }
}
