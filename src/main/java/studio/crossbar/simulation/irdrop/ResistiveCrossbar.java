package studio.crossbar.simulation.irdrop;

/**
 * A crossbar with wires that drop voltage. Word line {@code i} is driven at its left end by an ideal source through one
 * segment; bit line {@code j} is grounded at its bottom end through one segment; device {@code (i, j)} joins the two
 * lines where they cross; neighbouring crossings are one segment apart. Row {@code rows − 1} is thus nearest the
 * output, column 0 nearest the drivers. A resistance of 0 is a short.
 *
 * <p>Every node is tied to a driver or to ground through finite wires, so the network has exactly one solution whatever
 * the conductances, zeros included.
 *
 * @param rows word lines, 1 or more
 * @param columns bit lines, 1 or more; rows × columns at most {@value #MAX_DEVICES}
 * @param conductanceSiemens devices {@code [rows × columns]}, row-major, each 0 … {@value #MAX_SIEMENS} S; not copied
 * @param wordlineOhm resistance of a word-line segment, 0 … {@value #MAX_OHM} Ω
 * @param bitlineOhm resistance of a bit-line segment, 0 … {@value #MAX_OHM} Ω
 */
@SuppressWarnings("ArrayRecordComponent") // A table; nothing compares it.
public record ResistiveCrossbar(
        int rows, int columns, double[] conductanceSiemens, double wordlineOhm, double bitlineOhm) {

    /** 4096 × 4096: beyond this a solution no longer fits the memory of a usual machine. */
    public static final int MAX_DEVICES = 1 << 24;

    /** A device of 1 Ω; no memory cell conducts better, but a table in µS would look so. */
    public static final double MAX_SIEMENS = 1;

    /** A segment of 1 MΩ is an open line: its nodes float. */
    public static final double MAX_OHM = 1e6;

    public ResistiveCrossbar {
        if (rows < 1 || columns < 1 || (long) rows * columns > MAX_DEVICES) {
            throw new IllegalArgumentException("crossbar: " + rows + " × " + columns
                    + " devices; it takes at least 1 × 1 and at most " + MAX_DEVICES
                    + " devices, so split larger ones into tiles");
        }
        if (conductanceSiemens.length != rows * columns) {
            throw new IllegalArgumentException("conductance: " + conductanceSiemens.length + " values for " + rows
                    + " × " + columns + " devices; give one a device");
        }
        for (int at = 0; at < conductanceSiemens.length; at++) {
            double value = conductanceSiemens[at];
            if (!(value >= 0 && value <= MAX_SIEMENS)) {
                throw new IllegalArgumentException("conductance: " + value + " at row " + at / columns + ", column "
                        + at % columns + " is outside 0 … " + MAX_SIEMENS + " S; give siemens, 0 for an open device");
            }
        }
        requireOhm("r-wordline", wordlineOhm);
        requireOhm("r-bitline", bitlineOhm);
    }

    /** @throws IllegalArgumentException naming {@code name}, value and range if a wire segment cannot have {@code ohm} */
    public static void requireOhm(String name, double ohm) {
        if (!(ohm >= 0 && ohm <= MAX_OHM)) {
            throw new IllegalArgumentException(name + ": " + ohm + " is outside 0 … " + MAX_OHM
                    + " ohm a segment; beyond that the line's nodes float and the network is singular; give 0 for a"
                    + " short");
        }
    }

    /**
     * The same network seen from its outputs: bit lines driven, word lines grounded. By reciprocity the current it puts
     * out at word line {@code i} for 1 V on bit line {@code j} is the one that this crossbar puts out at bit line
     * {@code j} for 1 V on word line {@code i}. Its row {@code p} is this crossbar's column {@code columns − 1 − p}, its
     * column {@code q} this crossbar's row {@code rows − 1 − q}.
     */
    ResistiveCrossbar reversed() {
        double[] turned = new double[conductanceSiemens.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[(columns - 1 - j) * rows + rows - 1 - i] = conductanceSiemens[i * columns + j];
            }
        }
        return new ResistiveCrossbar(columns, rows, turned, bitlineOhm, wordlineOhm);
    }
}
