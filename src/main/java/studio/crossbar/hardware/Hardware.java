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
 */
public record Hardware(
        Cell cell,
        Polarity polarity,
        Converters converters,
        TileShape tile,
        RangeSharing ranges,
        DigitalScaling scaling,
        InputCoding inputs,
        Noise noise) {

    public Hardware withCell(Cell value) {
        return new Hardware(value, polarity, converters, tile, ranges, scaling, inputs, noise);
    }

    public Hardware withPolarity(Polarity value) {
        return new Hardware(cell, value, converters, tile, ranges, scaling, inputs, noise);
    }

    public Hardware withConverters(Converters value) {
        return new Hardware(cell, polarity, value, tile, ranges, scaling, inputs, noise);
    }

    public Hardware withTile(TileShape value) {
        return new Hardware(cell, polarity, converters, value, ranges, scaling, inputs, noise);
    }

    public Hardware withRanges(RangeSharing value) {
        return new Hardware(cell, polarity, converters, tile, value, scaling, inputs, noise);
    }

    public Hardware withScaling(DigitalScaling value) {
        return new Hardware(cell, polarity, converters, tile, ranges, value, inputs, noise);
    }

    public Hardware withNoise(Noise value) {
        return new Hardware(cell, polarity, converters, tile, ranges, scaling, inputs, value);
    }
}
