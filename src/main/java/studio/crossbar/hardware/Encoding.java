package studio.crossbar.hardware;

/**
 * How a signed weight is written into cells of {@code L = 2^bits} conductance levels (García-Redondo et al., arXiv
 * 1910.13850, section II; {@code docs/architecture.md} gives the table).
 */
public enum Encoding {
    /** A pair G+, G− a weight, subtracted per column pair: levels −(L−1) … L−1. */
    DIFFERENTIAL(2, -1, 1),
    /** One device a weight, no sign anywhere: levels 0 … L−1. */
    POSITIVE(1, 0, 1),
    /** One device a weight, the sign taken in the digital accumulation: levels −(L−1) … 0. */
    NEGATIVE(1, -1, 0);

    private final int devicesPerWeight;
    private final int lowSign;
    private final int highSign;

    Encoding(int devicesPerWeight, int lowSign, int highSign) {
        this.devicesPerWeight = devicesPerWeight;
        this.lowSign = lowSign;
        this.highSign = highSign;
    }

    /** Devices, and so crossbar columns, that one weight takes. */
    public int devicesPerWeight() {
        return devicesPerWeight;
    }

    /** Whether all weights share one sign, so that no subtractor and no doubled column is needed. */
    public boolean unipolar() {
        return devicesPerWeight == 1;
    }

    /**
     * Lowest weight level of a cell of {@code levels} states.
     *
     * @throws IllegalArgumentException if {@code levels < 2}
     */
    public int lowestLevel(int levels) {
        return lowSign * steps(levels);
    }

    /**
     * Highest weight level of a cell of {@code levels} states.
     *
     * @throws IllegalArgumentException if {@code levels < 2}
     */
    public int highestLevel(int levels) {
        return highSign * steps(levels);
    }

    private static int steps(int levels) {
        if (levels < 2) {
            throw new IllegalArgumentException("levels: " + levels + " is outside 2 … 256; a cell needs two states");
        }
        return levels - 1;
    }
}
