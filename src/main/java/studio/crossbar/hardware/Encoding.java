package studio.crossbar.hardware;

/**
 * How a signed weight is written into cells of {@code L = 2^bits} conductance levels (García-Redondo et al., arXiv
 * 1910.13850, section II; {@code docs/architecture.md} gives the table).
 *
 * <p>A weight level {@code ℓ} of any encoding stands for the weight {@code R · ℓ / (L − 1)}. Where a weight has several
 * {@linkplain Hardware#slices slices}, {@code L^slices} takes the place of {@code L}.
 */
public enum Encoding {
    /** A pair G+, G− a weight, subtracted per column pair: levels −(L−1) … L−1. */
    DIFFERENTIAL(2, -1, 1, 'D'),
    /** One device a weight, no sign anywhere: levels 0 … L−1. */
    POSITIVE(1, 0, 1, 'P'),
    /** One device a weight, the sign taken in the digital accumulation: levels −(L−1) … 0. */
    NEGATIVE(1, -1, 0, 'N'),
    /**
     * One device a weight, whose state {@code s} stands for {@code R · (2s / (L−1) − 1)}: levels −(L−1), −(L−3) … L−1,
     * which leave out 0 where L is even. One correction column a tile (US 11,886,972) holds the middle conductance in
     * every row; its current is subtracted from that of every other column before the ADC, as by the accumulation
     * elements of US 10,706,922, so that a column is converted once, by a signed ADC, and the correction is rounded and
     * clipped with it. The noise of the correction cells is common to the columns of a tile.
     */
    OFFSET(1, -1, 1, 'O');

    private final int devicesPerWeight;
    private final int lowSign;
    private final int highSign;
    private final char letter;

    Encoding(int devicesPerWeight, int lowSign, int highSign, char letter) {
        this.devicesPerWeight = devicesPerWeight;
        this.lowSign = lowSign;
        this.highSign = highSign;
        this.letter = letter;
    }

    /** Devices, and so crossbar columns, that one slice of a weight takes. */
    public int devicesPerWeight() {
        return devicesPerWeight;
    }

    /** Columns that a tile has beside those of its weights. */
    public int correctionColumns() {
        return this == OFFSET ? 1 : 0;
    }

    /** Whether all weights share one sign, so that sums of positive inputs have it too. */
    public boolean unipolar() {
        return lowSign * highSign == 0;
    }

    /**
     * Whether a tile of this encoding needs a reference column. Where all weights share one sign, a cell of weight 0 adds
     * {@code G · x} to its column, which no pair and no correction column takes away; a column of such cells, beside the
     * tile's bitlines, carries the same current, and it is subtracted from that of every other column before the ADC as
     * an {@link #OFFSET} tile's correction is.
     *
     * @param zeroMicroSiemens G, the conductance of a cell of weight 0, µS
     */
    public boolean needsReference(double zeroMicroSiemens) {
        return unipolar() && zeroMicroSiemens > 0;
    }

    /** Letter that stands for the encoding in a {@link PolarityMap}'s text. */
    public char letter() {
        return letter;
    }

    /**
     * Bitlines that {@code outputs} weight columns of {@code slices} slices take in one tile.
     */
    public int columns(int outputs, int slices) {
        return outputs * slices * devicesPerWeight + correctionColumns();
    }

    /** Weight columns of {@code slices} slices that fit {@code columns} bitlines. */
    public int outputs(int columns, int slices) {
        return (columns - correctionColumns()) / (slices * devicesPerWeight);
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

    /** Distance between neighbouring weight levels. */
    public int levelDistance() {
        return this == OFFSET ? 2 : 1;
    }

    /** Whether cells of {@code levels} states can hold the weight level {@code level}. */
    public boolean holds(int level, int levels) {
        return level >= lowestLevel(levels)
                && level <= highestLevel(levels)
                && (level - lowestLevel(levels)) % levelDistance() == 0;
    }

    /**
     * Standard deviation of a programmed weight, relative to R, where a cell's is 1 relative to its range of conductance:
     * 2 for {@link #OFFSET}, whose cells span −R … R, otherwise 1. A pair counts as one cell.
     */
    public int noiseGain() {
        return levelDistance();
    }

    private static int steps(int levels) {
        if (levels < 2) {
            throw new IllegalArgumentException("levels: " + levels + " is outside 2 … 256; a cell needs two states");
        }
        return levels - 1;
    }
}
