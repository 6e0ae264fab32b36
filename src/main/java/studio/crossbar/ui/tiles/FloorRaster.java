package studio.crossbar.ui.tiles;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.ui.common.Theme;

/**
 * Paints the tiles of a floor plan into pixels: about one reading of a pyramid a pixel, whatever the number of cells. A
 * pixel shows the block of cells that its middle falls into. Colours are opaque ARGB.
 */
final class FloorRaster {

    /** Pixels a cell from which on cells are set apart by lines. */
    private static final double GRID_SCALE = 9;

    private static final int NONE = -1;
    private static final int LINE = -2;

    /** Gives the pyramid of a tile; null if it is not there yet. */
    @FunctionalInterface
    interface Source {
        @Nullable
        TilePyramid of(FloorPlan.Placed placed);
    }

    private final int width;
    private final int height;
    private final int[] pixels;
    private int[] across = new int[0];

    /** @param pixels {@code [height × width]}, painted into; not copied */
    FloorRaster(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /** Paints everything that is seen. */
    void paint(FloorPlan plan, Viewport view, Source source, HeatColours colours, Theme theme) {
        Arrays.fill(pixels, 0, width * height, theme.background().getRGB());
        for (FloorPlan.Placed placed : plan.tiles()) {
            if (seen(view, placed, plan.tile())) {
                tile(view, placed, plan.tile(), source.of(placed), colours, theme);
            }
        }
    }

    private boolean seen(Viewport view, FloorPlan.Placed placed, TileShape whole) {
        return view.pixelX(placed.x()) <= width
                && view.pixelY(placed.y()) <= height
                && view.pixelX(placed.x() + whole.columns()) >= 0
                && view.pixelY(placed.y() + whole.rows()) >= 0;
    }

    private void tile(
            Viewport view,
            FloorPlan.Placed placed,
            TileShape whole,
            @Nullable TilePyramid pyramid,
            HeatColours colours,
            Theme theme) {
        int left = first(view.pixelX(placed.x()), width);
        int right = first(view.pixelX(placed.x() + whole.columns()), width);
        int top = first(view.pixelY(placed.y()), height);
        int bottom = first(view.pixelY(placed.y() + whole.rows()), height);
        if (pyramid == null) {
            for (int y = top; y < bottom; y++) {
                Arrays.fill(
                        pixels,
                        y * width + left,
                        y * width + right,
                        theme.unused().getRGB());
            }
        } else {
            cells(view, placed, pyramid, new int[] {left, right, top, bottom}, colours, theme);
        }
        frame(
                (int) Math.rint(view.pixelX(placed.x())) - 1,
                (int) Math.rint(view.pixelY(placed.y())) - 1,
                (int) Math.rint(view.pixelX(placed.x() + whole.columns())),
                (int) Math.rint(view.pixelY(placed.y() + whole.rows())),
                theme.muted().getRGB());
    }

    /** The first pixel whose middle is not before {@code edge}. */
    private static int first(double edge, int most) {
        return (int) Math.clamp(Math.ceil(edge - 0.5), 0, most);
    }

    private void cells(
            Viewport view, FloorPlan.Placed placed, TilePyramid pyramid, int[] box, HeatColours colours, Theme theme) {
        TilePyramid.Level level = pyramid.at(view.scale());
        int left = box[0];
        int right = box[1];
        if (right <= left) {
            return;
        }
        if (across.length < width) {
            across = new int[width];
        }
        int[] blocks = across;
        places(blocks, left, right, view.pixelX(placed.x()), view.scale(), pyramid.columns(), level.shift());
        int[] lines = new int[Math.max(0, box[3] - box[2])];
        places(lines, box[2], box[3], view.pixelY(placed.y()), view.scale(), pyramid.rows(), level.shift());
        Paint paint = new Paint(level, colours, theme);
        for (int y = box[2]; y < box[3]; y++) {
            int line = lines[y - box[2]];
            int from = y * width + left;
            if (y > box[2] && line == lines[y - box[2] - 1]) {
                System.arraycopy(pixels, from - width, pixels, from, right - left);
            } else {
                paint.row(pixels, from, blocks, right - left, line);
            }
        }
    }

    /** The block that each pixel falls into, {@link #NONE} behind the last cell, {@link #LINE} between enlarged cells. */
    private static void places(int[] blocks, int from, int to, double start, double scale, int cells, int shift) {
        boolean grid = scale >= GRID_SCALE;
        int before = NONE;
        for (int pixel = from; pixel < to; pixel++) {
            int cell = Math.max(0, (int) ((pixel + 0.5 - start) / scale));
            if (grid && cell != before && cell <= cells && (pixel > from || cell == 0)) {
                blocks[pixel - from] = LINE;
            } else {
                blocks[pixel - from] = cell < cells ? cell >> shift : NONE;
            }
            before = cell;
        }
    }

    private static final class Paint {

        private final float[] values;
        private final int columns;
        private final int[] table;
        private final float steps;
        private final float offset;
        private final int unused;
        private final int line;

        Paint(TilePyramid.Level level, HeatColours colours, Theme theme) {
            values = level.values();
            columns = level.columns();
            table = colours.table();
            steps = (float) colours.stepsAUnit();
            offset = (float) (-colours.lowest() * colours.stepsAUnit()) + 0.5f;
            unused = theme.unused().getRGB();
            line = theme.background().getRGB();
        }

        void row(int[] pixels, int from, int[] blocks, int count, int row) {
            if (row < 0) {
                int colour = row == NONE ? unused : line;
                for (int i = 0; i < count; i++) {
                    pixels[from + i] = blocks[i] == NONE ? unused : colour;
                }
                return;
            }
            int base = row * columns;
            int before = NONE;
            int colour = unused;
            for (int i = 0; i < count; i++) {
                int block = blocks[i];
                if (block != before) {
                    before = block;
                    colour = block >= 0 ? colour(values[base + block]) : block == LINE ? line : unused;
                }
                pixels[from + i] = colour;
            }
        }

        private int colour(float value) {
            if (Float.isNaN(value)) {
                return unused;
            }
            return table[Math.min(Math.max((int) (value * steps + offset), 0), table.length - 1)];
        }
    }

    private void frame(int left, int top, int right, int bottom, int argb) {
        int from = Math.max(left, 0);
        int to = Math.min(right + 1, width);
        for (int y : new int[] {top, bottom}) {
            if (y >= 0 && y < height && from < to) {
                Arrays.fill(pixels, y * width + from, y * width + to, argb);
            }
        }
        for (int x : new int[] {left, right}) {
            if (x >= 0 && x < width) {
                for (int y = Math.max(top, 0); y <= Math.min(bottom, height - 1); y++) {
                    pixels[y * width + x] = argb;
                }
            }
        }
    }
}
