package studio.crossbar.hardware;

/**
 * Largest crossbar that is built.
 *
 * @param rows wordlines, 8 … 4096: inputs of one analog sum
 * @param columns bitlines, 8 … 4096: devices a row
 */
public record TileShape(int rows, int columns) {

    public TileShape {
        Check.range("tile.rows", rows, 8, 4096);
        Check.range("tile.columns", columns, 8, 4096);
    }

    /** Analog sums, each with a conversion of its own, that {@code inputs} rows need. */
    public int rowBlocks(int inputs) {
        return Math.ceilDiv(inputs, rows);
    }
}
