package studio.crossbar.hardware;

/**
 * Non-volatile memory cell with evenly spaced conductance states.
 *
 * @param levels conductance states, 2 … 256; {@code 2^bits} for a whole number of bits
 * @param gMinMicroSiemens conductance of state 0, at least 0 µS
 * @param gMaxMicroSiemens conductance of state {@code levels − 1}, above {@code gMinMicroSiemens}, at most 1000 µS
 */
public record Cell(int levels, double gMinMicroSiemens, double gMaxMicroSiemens) {

    /** Largest supported number of bits a cell. */
    public static final int MAX_BITS = 8;

    public Cell {
        Check.range("cell.levels", levels, 2, 1 << MAX_BITS);
        Check.range("cell.gMinMicroSiemens", gMinMicroSiemens, 0, 1000);
        Check.range("cell.gMaxMicroSiemens", gMaxMicroSiemens, 0, 1000);
        if (gMaxMicroSiemens <= gMinMicroSiemens) {
            throw new IllegalArgumentException("cell.gMaxMicroSiemens: " + gMaxMicroSiemens
                    + " is not above gMinMicroSiemens, " + gMinMicroSiemens);
        }
    }

    /**
     * Cell of {@code 2^bits} states, 0.5 … 10 µS: the on and off resistances of NeuroSim's default RRAM (100 kΩ) and a
     * twentyfold window.
     *
     * @param bits 1 … 8
     */
    public static Cell ofBits(int bits) {
        Check.range("cell.bits", bits, 1, MAX_BITS);
        return new Cell(1 << bits, 0.5, 10);
    }

    /** Conductance of state {@code level} in µS. */
    public double conductanceMicroSiemens(int level) {
        Check.range("level", level, 0, levels - 1);
        return gMinMicroSiemens + (gMaxMicroSiemens - gMinMicroSiemens) * level / (levels - 1);
    }

    /** Bits a cell, {@code log2(levels)}; not whole for a number of levels that is no power of two. */
    public double bits() {
        return Math.log(levels) / Math.log(2);
    }
}
