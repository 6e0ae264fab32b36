package studio.crossbar.ui.tiles;

import java.util.ArrayList;
import java.util.List;

/**
 * The values of a tile's cells and their means over blocks of 2 × 2, 4 × 4 … cells, so that a picture of any scale reads
 * about one value a pixel. Blocks at the right and lower edge hold fewer cells; their means are of those. A NaN makes the
 * means of its blocks NaN.
 *
 * @param rows of the tile that hold cells
 * @param columns of the tile that hold cells
 * @param levels from single cells to one block for all
 */
record TilePyramid(int rows, int columns, List<Level> levels) {

    /**
     * Means over blocks of {@code 2^shift × 2^shift} cells.
     *
     * @param shift 0 for the cells themselves
     * @param columns blocks in a row
     * @param values {@code [rows × columns]}; not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // A table; nothing compares it.
    record Level(int shift, int columns, float[] values) {}

    TilePyramid {
        levels = List.copyOf(levels);
    }

    /** @param values of the cells {@code [rows × columns]}; not copied */
    static TilePyramid of(float[] values, int rows, int columns) {
        if (values.length != rows * columns) {
            throw new IllegalArgumentException("values: " + values.length + " ≠ " + rows + " × " + columns);
        }
        List<Level> levels = new ArrayList<>();
        levels.add(new Level(0, columns, values));
        double[] sums = new double[values.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = values[i];
        }
        int high = rows;
        int wide = columns;
        for (int shift = 1; high > 1 || wide > 1; shift++) {
            sums = quartered(sums, high, wide);
            high = (high + 1) / 2;
            wide = (wide + 1) / 2;
            levels.add(new Level(shift, wide, means(sums, high, wide, rows, columns, shift)));
        }
        return new TilePyramid(rows, columns, levels);
    }

    /** One value for all cells. */
    static TilePyramid constant(float value, int rows, int columns) {
        int shift = 32 - Integer.numberOfLeadingZeros(Math.max(rows, columns));
        return new TilePyramid(rows, columns, List.of(new Level(shift, 1, new float[] {value})));
    }

    private static double[] quartered(double[] sums, int rows, int columns) {
        int wide = (columns + 1) / 2;
        double[] coarser = new double[(rows + 1) / 2 * wide];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                coarser[r / 2 * wide + c / 2] += sums[r * columns + c];
            }
        }
        return coarser;
    }

    private static float[] means(double[] sums, int high, int wide, int rows, int columns, int shift) {
        float[] means = new float[sums.length];
        for (int r = 0; r < high; r++) {
            int cellsDown = Math.min(1 << shift, rows - (r << shift));
            for (int c = 0; c < wide; c++) {
                int cellsAcross = Math.min(1 << shift, columns - (c << shift));
                means[r * wide + c] = (float) (sums[r * wide + c] / ((long) cellsDown * cellsAcross));
            }
        }
        return means;
    }

    /**
     * The finest level whose blocks are at least a pixel wide, so that every cell counts in what is seen.
     *
     * @param scale pixels a cell
     */
    Level at(double scale) {
        for (Level level : levels) {
            if (scale * (1L << level.shift()) >= 1) {
                return level;
            }
        }
        return levels.getLast();
    }
}
