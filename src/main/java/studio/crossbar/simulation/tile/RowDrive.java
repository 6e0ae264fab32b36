package studio.crossbar.simulation.tile;

/**
 * How quantised inputs are driven onto the word lines.
 *
 * @param step value of one DAC step, above 0; ignored if {@code cycles} is 1
 * @param cycles 1: a multi-bit DAC; otherwise the bits of a code's magnitude, driven one a cycle at full amplitude and
 *     converted each, 2 … 16
 */
public record RowDrive(float step, int cycles) {

    /** Multi-bit DACs. */
    public static final RowDrive PARALLEL = new RowDrive(1, 1);

    public RowDrive {
        if (!(step > 0) || Float.isInfinite(step)) {
            throw new IllegalArgumentException("step: " + step + " is not a finite value above 0");
        }
        if (cycles < 1 || cycles > 16) {
            throw new IllegalArgumentException("cycles: " + cycles + " is outside 1 … 16");
        }
    }

    /**
     * One bit a cycle.
     *
     * @param fullScale of the DAC
     * @param bits of the magnitude, 1 … 16: {@code 2^bits − 1} steps on the full scale
     */
    public static RowDrive serial(float fullScale, int bits) {
        if (bits < 1 || bits > 16) {
            throw new IllegalArgumentException("bits: " + bits + " is outside 1 … 16");
        }
        return new RowDrive(fullScale / ((1 << bits) - 1), bits);
    }

    /** What the code of one cycle is worth beside that of a whole input: {@code 2^cycle / (2^cycles − 1)}. */
    double weight(int cycle) {
        return cycles == 1 ? 1 : (double) (1 << cycle) / ((1 << cycles) - 1);
    }
}
