package studio.crossbar.report;

/**
 * A layer's weight levels, averaged over blocks where there are more than a figure can show.
 *
 * @param rows crossbar rows
 * @param outputs weight columns
 * @param rowsPerCell rows averaged in a cell
 * @param outputsPerCell outputs averaged in a cell
 * @param means {@code [lines × columns]}: outputs run down, rows run right
 */
record LevelGrid(int rows, int outputs, int rowsPerCell, int outputsPerCell, float[] means) {

    private static final int MOST_CELLS = 256 * 256;
    private static final int MOST_A_SIDE = 1024;

    /**
     * Averages.
     *
     * @param levels {@code [rows × outputs]}
     */
    static LevelGrid of(short[] levels, int rows, int outputs) {
        int perCell = Math.ceilDiv(rows, MOST_A_SIDE);
        int perLine = Math.ceilDiv(outputs, MOST_A_SIDE);
        while ((long) Math.ceilDiv(rows, perCell) * Math.ceilDiv(outputs, perLine) > MOST_CELLS) {
            if (Math.ceilDiv(rows, perCell) >= Math.ceilDiv(outputs, perLine)) {
                perCell++;
            } else {
                perLine++;
            }
        }
        int columns = Math.ceilDiv(rows, perCell);
        int lines = Math.ceilDiv(outputs, perLine);
        float[] sums = new float[columns * lines];
        for (int r = 0; r < rows; r++) {
            for (int o = 0; o < outputs; o++) {
                sums[o / perLine * columns + r / perCell] += levels[r * outputs + o];
            }
        }
        for (int line = 0; line < lines; line++) {
            for (int column = 0; column < columns; column++) {
                int inColumn = Math.min(perCell, rows - column * perCell);
                int inLine = Math.min(perLine, outputs - line * perLine);
                sums[line * columns + column] /= inColumn * inLine;
            }
        }
        return new LevelGrid(rows, outputs, perCell, perLine, sums);
    }

    int columns() {
        return Math.ceilDiv(rows, rowsPerCell);
    }

    int lines() {
        return Math.ceilDiv(outputs, outputsPerCell);
    }

    float mean(int line, int column) {
        return means[line * columns() + column];
    }

    boolean averaged() {
        return rowsPerCell * outputsPerCell > 1;
    }
}
