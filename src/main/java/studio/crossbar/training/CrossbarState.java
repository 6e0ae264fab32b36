package studio.crossbar.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.tensor.NoiseUse;
import studio.crossbar.tensor.Quantizer;
import studio.crossbar.tensor.WeightKernel;

/** What all shards of a batch share of one layer with weights: parameters, and the weights as programmed this step. */
final class CrossbarState {

    /** Weights of a part. */
    private static final int PART = 1 << 14;

    private static final int SQUARE = 16;

    final int index;
    final Geometry geometry;
    final int outputs;
    /** Steps of a device: levels − 1. */
    final int deviceSteps;
    /** Latent weights {@code [rows × outputs]} in the order of the row plan. */
    final Parameter weights;

    final Parameter dacRange;
    final Parameter weightRange;
    final Parameter adcRange;
    final DigitalState digital;
    private final int dacSteps;
    private final int dacLow;
    /** ADC codes of each row block on the full scale 1: steps, lowest and highest. */
    private final List<Quantizer> converters;
    /** The ADCs at the full scale of this step. */
    private final Quantizer[] adcs;

    private Quantizer dac;
    /** Offsets of the kernel's taps, for depthwise convolutions. */
    final int[] taps;
    /** What computes the sums of analog runs; null for the programmed weights and this layer's ADCs. */
    volatile @Nullable AnalogLayer analog;
    /** Weights as this step's devices hold them {@code [rows × outputs]}. */
    final float[] programmed;
    /** The same {@code [outputs × rows]}. */
    final float[] transposed;

    /** Full scales; under uniform scaling every layer holds the same three parameters. */
    record RangeParameters(Parameter dac, Parameter weight, Parameter adc) {

        static RangeParameters create() {
            return new RangeParameters(
                    new Parameter(Parameter.Kind.RANGE, 1),
                    new Parameter(Parameter.Kind.RANGE, 1),
                    new Parameter(Parameter.Kind.RANGE, 1));
        }
    }

    CrossbarState(
            int index,
            Geometry geometry,
            int outputs,
            int levels,
            Converters converters,
            boolean signedInput,
            RangeParameters ranges,
            DigitalState digital) {
        this.index = index;
        this.geometry = geometry;
        this.outputs = outputs;
        this.deviceSteps = levels - 1;
        this.digital = digital;
        weights = new Parameter(Parameter.Kind.WEIGHT, geometry.rows.rows() * outputs);
        dacRange = ranges.dac();
        weightRange = ranges.weight();
        adcRange = ranges.adc();
        dacSteps = signedInput ? (1 << (converters.dacBits() - 1)) - 1 : (1 << converters.dacBits()) - 1;
        dacLow = signedInput ? -dacSteps : 0;
        dac = new Quantizer(1f, dacSteps, dacLow, dacSteps);
        this.converters = converters(geometry, converters.adcBits(), signedInput);
        adcs = new Quantizer[this.converters.size()];
        taps = geometry.taps(0);
        programmed = new float[weights.value.length];
        transposed = new float[weights.value.length];
    }

    /** Unsigned ADCs where neither the inputs nor the weights of a block have two signs. */
    private static List<Quantizer> converters(Geometry geometry, int bits, boolean signedInput) {
        List<Quantizer> result = new ArrayList<>();
        for (RowPlan.Block block : geometry.rows.blocks()) {
            boolean unsigned = block.encoding().unipolar() && !signedInput;
            int steps = unsigned ? (1 << bits) - 1 : (1 << (bits - 1)) - 1;
            result.add(new Quantizer(
                    1f,
                    steps,
                    unsigned ? steps * block.encoding().lowestLevel(2) : -steps,
                    unsigned ? steps * block.encoding().highestLevel(2) : steps));
        }
        return List.copyOf(result);
    }

    /** Takes up the ranges as they are now; before the lanes start. */
    void prepare() {
        dac = new Quantizer(dacRange.value[0], dacSteps, dacLow, dacSteps);
        for (int b = 0; b < adcs.length; b++) {
            Quantizer codes = converters.get(b);
            adcs[b] = new Quantizer(adcRange.value[0], codes.steps(), codes.low(), codes.high());
        }
    }

    /** ADCs of a row block. */
    Quantizer adc(int block) {
        return adcs[block];
    }

    Ranges ranges() {
        return new Ranges(dacRange.value[0], weightRange.value[0], adcRange.value[0]);
    }

    /** Parts in which weights are programmed and updated, each by one thread. */
    int parts() {
        return Math.ceilDiv(geometry.rows.rows(), rowsPerPart());
    }

    /** Index of the first weight of a part; of all weights, past the last part. */
    int firstWeight(int part) {
        return Math.min(geometry.rows.rows(), part * rowsPerPart()) * outputs;
    }

    private int rowsPerPart() {
        return Math.max(1, PART / outputs);
    }

    /** Writes one part of this step's weights into the devices. */
    void program(Stage stage, int part) {
        int firstRow = part * rowsPerPart();
        int lastRow = Math.min(geometry.rows.rows(), firstRow + rowsPerPart());
        int from = firstRow * outputs;
        int count = (lastRow - firstRow) * outputs;
        if (stage.analog()) {
            float sigma = (float) stage.noise().programmingSigma();
            if (sigma > 0) {
                stage.use()
                        .noise(stage.seed(), NoiseUse.Part.PROGRAMMING, index, stage.step())
                        .gaussian(from, programmed, from, count);
            }
            for (RowPlan.Plane plane : geometry.rows.planes()) {
                int begin = Math.max(firstRow, plane.firstRow());
                int end = Math.min(lastRow, plane.firstRow() + plane.rows());
                if (begin < end) {
                    WeightKernel.program(
                            levels(plane),
                            weights.value,
                            begin * outputs,
                            (end - begin) * outputs,
                            sigma,
                            sigma > 0 ? programmed : null,
                            begin * outputs,
                            programmed);
                }
            }
        } else {
            System.arraycopy(weights.value, from, programmed, from, count);
        }
        if (stage.training()) {
            transpose(firstRow, lastRow);
        }
    }

    /** Takes the weights of a programmed chip as they are. */
    void program(float[] chip) {
        System.arraycopy(chip, 0, programmed, 0, programmed.length);
    }

    /** In squares, so that lines of the cache are used whole. */
    private void transpose(int firstRow, int lastRow) {
        int rows = geometry.rows.rows();
        for (int k0 = firstRow; k0 < lastRow; k0 += SQUARE) {
            int k1 = Math.min(lastRow, k0 + SQUARE);
            for (int n0 = 0; n0 < outputs; n0 += SQUARE) {
                int n1 = Math.min(outputs, n0 + SQUARE);
                for (int n = n0; n < n1; n++) {
                    for (int k = k0; k < k1; k++) {
                        transposed[n * rows + k] = programmed[k * outputs + n];
                    }
                }
            }
        }
    }

    /** Device levels of a plane. */
    private Quantizer levels(RowPlan.Plane plane) {
        return new Quantizer(
                weightRange.value[0],
                deviceSteps,
                plane.encoding().lowestLevel(deviceSteps + 1),
                plane.encoding().highestLevel(deviceSteps + 1));
    }

    /** Row drivers. */
    Quantizer dac() {
        return dac;
    }

    /** Adds the weights' part of the range gradient, from the summed weight gradient (LSQ). */
    void weightRangeGradient() {
        double sum = 0;
        for (RowPlan.Plane plane : geometry.rows.planes()) {
            int first = plane.firstRow() * outputs;
            sum += WeightKernel.fullScaleGradient(
                    levels(plane), weights.value, first, plane.rows() * outputs, weights.gradient);
        }
        weightRange.gradient[0] += (float) sum;
    }

    /** Keeps latent weights of a part where a gradient can still move the device: inside the encoding's range. */
    void clampWeights(boolean toRange, boolean toSign, int part) {
        float bound = toRange ? weightRange.value[0] : Float.MAX_VALUE;
        float[] values = weights.value;
        for (RowPlan.Plane plane : geometry.rows.planes()) {
            float low = toSign ? plane.encoding().lowestLevel(2) * bound : -bound;
            float high = toSign ? plane.encoding().highestLevel(2) * bound : bound;
            int from = Math.max(firstWeight(part), plane.firstRow() * outputs);
            int to = Math.min(firstWeight(part + 1), (plane.firstRow() + plane.rows()) * outputs);
            for (int i = from; i < to; i++) {
                values[i] = Math.min(Math.max(values[i], low), high);
            }
        }
    }

    TrainedLayer result() {
        return new TrainedLayer(
                index,
                geometry.rows,
                outputs,
                Arrays.copyOf(weights.value, weights.value.length),
                digital.multipliers().clone(),
                digital.biases().clone(),
                ranges());
    }
}
