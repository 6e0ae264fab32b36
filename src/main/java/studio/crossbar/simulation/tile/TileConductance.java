package studio.crossbar.simulation.tile;

/**
 * Conductances of a tile's cells, and the noise of reading them.
 *
 * @param rows word lines, at least 1
 * @param columns bit lines, at least 1
 * @param microSiemens {@code [rows × columns]}, row-major, each 0 … {@value #MAX_MICRO_SIEMENS} µS; not copied
 * @param readVariances variance of a read of each cell, independent from read to read, of the same shape, at least 0 µS²;
 *     empty for cells that read without noise; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Tables; nothing compares them.
public record TileConductance(int rows, int columns, float[] microSiemens, float[] readVariances) {

    /** Ten times the largest cell that a design may ask for: a table in nS or S looks so. */
    public static final float MAX_MICRO_SIEMENS = 10_000f;

    public TileConductance {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("tile: " + rows + " × " + columns + " cells; it needs at least 1 × 1");
        }
        check("conductance", microSiemens, rows, columns, MAX_MICRO_SIEMENS, "µS; give microsiemens");
        if (readVariances.length > 0) {
            float most = MAX_MICRO_SIEMENS * MAX_MICRO_SIEMENS;
            check("read variance", readVariances, rows, columns, most, "µS²; give microsiemens squared");
        }
    }

    /** Cells that read without noise. */
    public static TileConductance noiseless(int rows, int columns, float[] microSiemens) {
        return new TileConductance(rows, columns, microSiemens, new float[0]);
    }

    private static void check(String name, float[] values, int rows, int columns, float most, String unit) {
        if (values.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    name + ": " + values.length + " values for " + rows + " × " + columns + " cells; give one a cell");
        }
        for (int at = 0; at < values.length; at++) {
            if (!(values[at] >= 0 && values[at] <= most)) {
                throw new IllegalArgumentException(name + ": " + values[at] + " at row " + at / columns + ", column "
                        + at % columns + " is outside 0 … " + most + " " + unit);
            }
        }
    }

    /** Whether reads are noisy. */
    public boolean noisy() {
        return readVariances.length > 0;
    }
}
