package studio.crossbar.simulation.tile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.tensor.CounterNoise;
import studio.crossbar.tensor.InputKernel;
import studio.crossbar.tensor.Quantizer;
import studio.crossbar.training.AnalogLayer;

/** One tile on its own: a noisy, quantised matrix-vector product. Not for several threads at once. */
public final class AnalogTile {

    private static final CounterNoise NONE = new CounterNoise(0, 0);

    private final CrossbarArray array;
    private final AnalogLayer.Lane lane;
    private final @Nullable Quantizer dac;
    private final int rows;
    private float[] driven = new float[0];

    /**
     * @param cells what was programmed
     * @param readout how bit lines become outputs
     * @param weightPerMicroSiemens weight that 1 µS of a digit of 1 stands for, above 0
     * @param dac row drivers; null to drive inputs as they are
     * @param serial whether inputs are driven one bit a cycle; needs a DAC of {@code 2^bits − 1} steps
     * @param adc column converters, full scale in units of input times weight for a digit of 1; null for none
     */
    public AnalogTile(
            TileConductance cells,
            TileReadout readout,
            double weightPerMicroSiemens,
            @Nullable Quantizer dac,
            boolean serial,
            @Nullable Quantizer adc) {
        this.dac = dac;
        rows = cells.rows();
        PlacedTile tile = new PlacedTile(0, 0, 0, cells, readout, weightPerMicroSiemens, 1, adc, true, 0, List.of());
        array = CrossbarArray.of(readout.outputs(), List.of(tile), drive(dac, serial));
        lane = array.lane();
    }

    private static RowDrive drive(@Nullable Quantizer dac, boolean serial) {
        if (!serial) {
            return RowDrive.PARALLEL;
        }
        if (dac == null || Integer.bitCount(dac.steps() + 1) != 1) {
            throw new IllegalArgumentException("dac: " + (dac == null ? "none" : dac.steps() + " steps")
                    + " cannot drive bit by bit; it takes 2^bits − 1 steps");
        }
        return RowDrive.serial(dac.fullScale(), Integer.bitCount(dac.steps()), 1);
    }

    /** Outputs of a vector. */
    public int outputs() {
        return array.outputs();
    }

    /** Effective weights {@code [rows × outputs]}. */
    public float[] weights() {
        return array.weights();
    }

    /**
     * Outputs {@code [vectors × outputs]} of inputs {@code [vectors × rows]}, without noise of column converters.
     *
     * @param inputs finite
     * @param noise stream of the read noise; null reads it from a fixed one, for cells without noise
     * @throws IllegalArgumentException naming the input that does not fit
     */
    public float[] multiply(float[] inputs, int vectors, @Nullable CounterNoise noise) {
        float[] results = new float[Math.multiplyExact(Math.max(vectors, 0), array.outputs())];
        multiply(inputs, vectors, noise, results);
        return results;
    }

    /** The same into {@code results}. */
    public void multiply(float[] inputs, int vectors, @Nullable CounterNoise noise, float[] results) {
        if (vectors < 1 || inputs.length != (long) vectors * rows) {
            throw new IllegalArgumentException("inputs: " + inputs.length + " values for " + vectors + " vectors of "
                    + rows + " word lines; give one a word line and vector");
        }
        if (results.length < vectors * array.outputs()) {
            throw new IllegalArgumentException(
                    "results: room for " + results.length + " of " + vectors * array.outputs() + " values");
        }
        if (noise == null && array.noisy()) {
            throw new IllegalArgumentException("noise: the cells read with noise; give a stream");
        }
        for (int i = 0; i < inputs.length; i++) {
            if (!Float.isFinite(inputs[i])) {
                throw new IllegalArgumentException("inputs: " + inputs[i] + " at vector " + i / rows + ", word line "
                        + i % rows + " is not finite");
            }
        }
        float[] values = inputs;
        if (dac != null) {
            driven = driven.length >= inputs.length ? driven : new float[inputs.length];
            InputKernel.quantise(dac, inputs, 0, inputs.length, driven, 0);
            values = driven;
        }
        lane.convert(new DenseWindows(values, rows, vectors), noise == null ? NONE : noise, results);
    }
}
