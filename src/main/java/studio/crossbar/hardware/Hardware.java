package studio.crossbar.hardware;

/**
 * Everything that a design chooses of the analog hardware.
 *
 * @param cell memory cell
 * @param polarity signs of the weights
 * @param converters resolution of DACs and ADCs
 * @param tile largest crossbar
 * @param ranges who shares full scales
 * @param scaling digital arithmetic after the ADC
 * @param inputs how signals enter
 * @param noise noise in training and evaluation
 * @param slices cells, or pairs of them, that hold the digits of one weight to the base {@code cell.levels()}, 1 … 4; a
 *     weight then has {@code cell.levels()^slices} levels, at most {@value #MOST_WEIGHT_LEVELS}. Each slice's column is
 *     converted on its own, and the codes are added after shifts by the digits' significance
 */
public record Hardware(
        Cell cell,
        PolarityAssignment polarity,
        Converters converters,
        TileShape tile,
        RangeSharing ranges,
        DigitalScaling scaling,
        InputCoding inputs,
        Noise noise,
        int slices) {

    /** Most levels of a weight: levels and their signs fit 16 bits. */
    public static final int MOST_WEIGHT_LEVELS = 1 << 15;

    private static final int MOST_SLICES = 4;

    public Hardware {
        Check.range("slices", slices, 1, MOST_SLICES);
        if (Math.pow(cell.levels(), slices) > MOST_WEIGHT_LEVELS) {
            throw new IllegalArgumentException("slices: " + slices + " slices of " + cell.levels()
                    + " levels give a weight more than " + MOST_WEIGHT_LEVELS
                    + " levels; use fewer slices or levels");
        }
    }

    /** Hardware whose weights have one slice. */
    public Hardware(
            Cell cell,
            PolarityAssignment polarity,
            Converters converters,
            TileShape tile,
            RangeSharing ranges,
            DigitalScaling scaling,
            InputCoding inputs,
            Noise noise) {
        this(cell, polarity, converters, tile, ranges, scaling, inputs, noise, 1);
    }

    /** The slices of a weight. */
    public Slices weightSlices() {
        return new Slices(cell.levels(), slices);
    }

    public Hardware withCell(Cell value) {
        return new Hardware(value, polarity, converters, tile, ranges, scaling, inputs, noise, slices);
    }

    public Hardware withPolarity(PolarityAssignment value) {
        return new Hardware(cell, value, converters, tile, ranges, scaling, inputs, noise, slices);
    }

    public Hardware withConverters(Converters value) {
        return new Hardware(cell, polarity, value, tile, ranges, scaling, inputs, noise, slices);
    }

    public Hardware withTile(TileShape value) {
        return new Hardware(cell, polarity, converters, value, ranges, scaling, inputs, noise, slices);
    }

    public Hardware withRanges(RangeSharing value) {
        return new Hardware(cell, polarity, converters, tile, value, scaling, inputs, noise, slices);
    }

    public Hardware withScaling(DigitalScaling value) {
        return new Hardware(cell, polarity, converters, tile, ranges, value, inputs, noise, slices);
    }

    public Hardware withInputs(InputCoding value) {
        return new Hardware(cell, polarity, converters, tile, ranges, scaling, value, noise, slices);
    }

    public Hardware withNoise(Noise value) {
        return new Hardware(cell, polarity, converters, tile, ranges, scaling, inputs, value, slices);
    }

    public Hardware withSlices(int value) {
        return new Hardware(cell, polarity, converters, tile, ranges, scaling, inputs, noise, value);
    }
}
