package studio.crossbar.simulation.tile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.tensor.Quantizer;

/**
 * A programmed tile and its converters in their place in a layer.
 *
 * @param block row block
 * @param firstRow first crossbar row of the layer
 * @param firstOutput first output of the layer
 * @param cells what was programmed
 * @param readout how bit lines become outputs
 * @param weightPerMicroSiemens weight that 1 µS of a digit of 1 stands for, above 0
 * @param gain digital factor of the results, 1 or what compensates drift; above 0
 * @param adc full scale in units of input times weight, for a digit of 1; null to read without conversion
 * @param converting whether the ADC rounds and clips; otherwise only its full scale counts, for the noise
 * @param columnSigma standard deviation of a conversion over the ADC's full scale, at least 0; without effect without an ADC
 * @param errors deviation of each weight beside what its cells conduct, {@code [rows × outputs]} a conversion, before its
 *     digit counts; an empty array for none, an empty list for none at all; not copied
 */
public record PlacedTile(
        int block,
        int firstRow,
        int firstOutput,
        TileConductance cells,
        TileReadout readout,
        double weightPerMicroSiemens,
        double gain,
        @Nullable Quantizer adc,
        boolean converting,
        double columnSigma,
        List<float[]> errors) {

    public PlacedTile {
        errors = List.copyOf(errors);
        if (readout.columns() > cells.columns()) {
            throw new IllegalArgumentException("readout: bit line " + (readout.columns() - 1) + " of a tile with "
                    + cells.columns() + " bit lines");
        }
        positive("weightPerMicroSiemens", weightPerMicroSiemens);
        positive("gain", gain);
        if (!(columnSigma >= 0 && columnSigma <= 1)) {
            throw new IllegalArgumentException("columnSigma: " + columnSigma + " is outside 0 … 1");
        }
        int weights = cells.rows() * readout.outputs();
        if (errors.size() > readout.conversions().size()
                || errors.stream().anyMatch(error -> error.length != 0 && error.length != weights)) {
            throw new IllegalArgumentException("errors: give none, or " + weights + " values for each of "
                    + readout.conversions().size() + " conversions");
        }
    }

    private static void positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + ": " + value + " is not a finite number above 0");
        }
    }

    /** The same with other converters. */
    public PlacedTile withAdc(@Nullable Quantizer value) {
        return new PlacedTile(
                block,
                firstRow,
                firstOutput,
                cells,
                readout,
                weightPerMicroSiemens,
                gain,
                value,
                converting,
                columnSigma,
                errors);
    }

    /** The same with another digital factor. */
    public PlacedTile withGain(double value) {
        return new PlacedTile(
                block,
                firstRow,
                firstOutput,
                cells,
                readout,
                weightPerMicroSiemens,
                value,
                adc,
                converting,
                columnSigma,
                errors);
    }

    /** Weight that one unit of the conversion's current stands for, with its sign. */
    double unit(Conversion conversion) {
        return conversion.digit() * weightPerMicroSiemens * gain;
    }

    /** The converter in units of the results: its codes have the sign of the digit. */
    @Nullable
    Quantizer converter(Conversion conversion, double inputWeight) {
        if (adc == null) {
            return null;
        }
        float scale = (float) (adc.fullScale() * Math.abs(conversion.digit()) * gain * inputWeight);
        return conversion.digit() > 0
                ? new Quantizer(scale, adc.steps(), adc.low(), adc.high())
                : new Quantizer(scale, adc.steps(), -adc.high(), -adc.low());
    }

    /** Effective weight from a row to an output of the tile in conversion {@code index}, without read noise. */
    float weight(int index, int row, int output) {
        Conversion conversion = readout.conversions().get(index);
        double sum = -conversion.baselineMicroSiemens();
        int at = row * cells.columns();
        for (Conversion.Term term : conversion.terms()) {
            sum += term.factor() * cells.microSiemens()[at + term.column(output)];
        }
        sum *= unit(conversion);
        if (index < errors.size() && errors.get(index).length > 0) {
            sum += errors.get(index)[row * readout.outputs() + output] * Math.abs(conversion.digit()) * gain;
        }
        return (float) sum;
    }

    /** Variance of that weight from read to read. */
    float variance(int index, int row, int output) {
        Conversion conversion = readout.conversions().get(index);
        double sum = 0;
        int at = row * cells.columns();
        for (Conversion.Term term : conversion.terms()) {
            sum += term.factor() * term.factor() * cells.readVariances()[at + term.column(output)];
        }
        double unit = unit(conversion);
        return (float) (sum * unit * unit);
    }

    /** What a calibration read finds: each word line driven in turn, the magnitudes of all conversions' sums added up. */
    public double magnitude() {
        double sum = 0;
        for (int index = 0; index < readout.conversions().size(); index++) {
            int outputs = readout.conversions().get(index).shared() ? 1 : readout.outputs();
            for (int r = 0; r < cells.rows(); r++) {
                for (int o = 0; o < outputs; o++) {
                    sum += Math.abs(weight(index, r, o));
                }
            }
        }
        return sum;
    }
}
