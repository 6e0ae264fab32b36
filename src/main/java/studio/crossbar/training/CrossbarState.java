package studio.crossbar.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.tensor.AnalogProduct;
import studio.crossbar.tensor.NoiseUse;
import studio.crossbar.tensor.Quantizer;
import studio.crossbar.tensor.WeightKernel;

/** What all shards of a batch share of one layer with weights: parameters, and the weights as programmed this step. */
final class CrossbarState {

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
    final AnalogProduct product;
    /** Weights as this step's devices hold them {@code [rows × outputs]}. */
    final float[] programmed;
    /** The same {@code [outputs × rows]}. */
    final float[] transposed;

    private float @Nullable [] deviates;

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
        product = new AnalogProduct(outputs, blocks(geometry, converters.adcBits()));
        programmed = new float[weights.value.length];
        transposed = new float[weights.value.length];
    }

    private static List<AnalogProduct.Block> blocks(Geometry geometry, int adcBits) {
        List<AnalogProduct.Block> blocks = new ArrayList<>();
        for (RowPlan.Block block : geometry.rows.blocks()) {
            boolean unipolar = block.encoding().unipolar();
            int steps = unipolar ? (1 << adcBits) - 1 : (1 << (adcBits - 1)) - 1;
            blocks.add(new AnalogProduct.Block(
                    block.firstRow(),
                    block.rows(),
                    geometry.inputOffset(block.plane(), block.firstRow()),
                    geometry.windowStep(block.plane()),
                    geometry.paddedLength * geometry.channels(block.plane()),
                    steps * block.encoding().lowestLevel(2),
                    steps * block.encoding().highestLevel(2),
                    steps));
        }
        return blocks;
    }

    Ranges ranges() {
        return new Ranges(dacRange.value[0], weightRange.value[0], adcRange.value[0]);
    }

    /** Writes the weights of this step into the devices. */
    void program(Stage stage) {
        if (stage.analog()) {
            float sigma = (float) stage.noise().programmingSigma();
            if (sigma > 0) {
                if (deviates == null) {
                    deviates = new float[weights.value.length];
                }
                stage.use().noise(stage.seed(), NoiseUse.Part.PROGRAMMING, index, stage.step())
                        .gaussian(0, deviates, 0, deviates.length);
            }
            for (RowPlan.Plane plane : geometry.rows.planes()) {
                int first = plane.firstRow() * outputs;
                WeightKernel.program(
                        levels(plane),
                        weights.value,
                        first,
                        plane.rows() * outputs,
                        sigma,
                        sigma > 0 ? deviates : null,
                        first,
                        programmed);
            }
        } else {
            System.arraycopy(weights.value, 0, programmed, 0, programmed.length);
        }
        if (stage.training()) {
            transpose();
        }
    }

    /** Takes the weights of a programmed chip as they are. */
    void program(float[] chip) {
        System.arraycopy(chip, 0, programmed, 0, programmed.length);
    }

    private void transpose() {
        int rows = geometry.rows.rows();
        for (int k = 0; k < rows; k++) {
            for (int n = 0; n < outputs; n++) {
                transposed[n * rows + k] = programmed[k * outputs + n];
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
        return new Quantizer(dacRange.value[0], dacSteps, dacLow, dacSteps);
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

    /** Keeps latent weights where a gradient can still move the device: inside the encoding's range. */
    void clampWeights(boolean toRange, boolean toSign) {
        for (RowPlan.Plane plane : geometry.rows.planes()) {
            float bound = toRange ? weightRange.value[0] : Float.MAX_VALUE;
            float low = toSign ? plane.encoding().lowestLevel(2) * bound : -bound;
            float high = toSign ? plane.encoding().highestLevel(2) * bound : bound;
            for (int i = plane.firstRow() * outputs; i < (plane.firstRow() + plane.rows()) * outputs; i++) {
                weights.value[i] = Math.clamp(weights.value[i], low, high);
            }
        }
    }

    TrainedLayer result(int networkLayer) {
        return new TrainedLayer(
                networkLayer,
                geometry.rows,
                outputs,
                Arrays.copyOf(weights.value, weights.value.length),
                digital.multipliers().clone(),
                digital.biases(),
                ranges());
    }
}
