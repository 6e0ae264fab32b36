package studio.crossbar.training;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.tensor.InputKernel;
import studio.crossbar.tensor.MatrixProduct;
import studio.crossbar.tensor.NoiseUse;

/** A layer with weights on one shard: DACs, analog sums, ADCs, digital multiplier and bias. */
final class CrossbarPass extends Pass {

    private final CrossbarState state;
    private final Geometry geometry;
    private final Pass before;
    private final int shard;
    private final boolean first;
    final DigitalPass digital;
    final float[] weightGradient;
    /** Gradients of A and Y. */
    double dacRangeGradient;

    double adcRangeGradient;

    private final float[] codes;
    private final float[] staged;
    private final float[] stagedGradient;
    private final float[] sums;
    private final float[] sumGradient;
    private final float[] residual;
    private final int[] clipped;
    private final float[] masked;
    private float @Nullable [] readNoise;
    private long clippings;
    private long conversions;

    /**
     * @param shard number of the shard, so that each has read noise of its own
     * @param first whether nothing before it learns
     */
    CrossbarPass(CrossbarState state, Pass before, int samples, int shard, boolean first) {
        super(state.geometry.output, samples);
        this.state = state;
        this.geometry = state.geometry;
        this.before = before;
        this.shard = shard;
        this.first = first;
        digital = new DigitalPass(state.digital, geometry.output.length(), geometry.pitch);
        weightGradient = new float[state.weights.value.length];
        codes = new float[samples * geometry.input.size()];
        staged = new float[geometry.stagingSize];
        stagedGradient = new float[geometry.stagingSize];
        int results = samples * geometry.output.length() * state.outputs;
        sums = new float[results];
        residual = new float[results];
        clipped = new int[results];
        int pitched = samples * geometry.pitch * state.outputs;
        sumGradient = new float[pitched];
        masked = new float[pitched];
    }

    @Override
    void forward(int samples, Stage stage) {
        if (stage.analog()) {
            InputKernel.quantise(state.dac(), before.output, 0, samples * geometry.input.size(), codes, 0);
            stage(samples, codes);
            analogProduct(samples, stage);
        } else {
            stage(samples, before.output);
            for (int s = 0; s < samples; s++) {
                for (int p = 0; p < geometry.planeOffset.length; p++) {
                    RowPlan.Plane plane = geometry.rows.planes().get(p);
                    MatrixProduct.multiply(
                            geometry.output.length(),
                            state.outputs,
                            plane.rows(),
                            staged,
                            geometry.planeOffset[p] + s * geometry.paddedLength * geometry.channels(p),
                            geometry.windowStep(p),
                            1,
                            state.programmed,
                            plane.firstRow() * state.outputs,
                            state.outputs,
                            sums,
                            s * geometry.output.length() * state.outputs,
                            state.outputs,
                            p > 0);
                }
            }
        }
        digital.forward(samples, stage, sums, output);
    }

    private void analogProduct(int samples, Stage stage) {
        float readSigma = (float) stage.noise().readSigma();
        if (readSigma > 0) {
            int needed = samples
                    * geometry.output.length()
                    * state.outputs
                    * geometry.rows.blocks().size();
            if (readNoise == null || readNoise.length < needed) {
                readNoise = new float[needed];
            }
            stage.use()
                    .noise(stage.seed(), NoiseUse.Part.READ, state.index, stage.step() << Stage.BATCH_BITS | shard)
                    .gaussian(0, readNoise, 0, needed);
        }
        clippings = state.product.forward(
                0,
                samples,
                geometry.output.length(),
                staged,
                state.programmed,
                state.adcRange.value[0],
                readSigma,
                readSigma > 0 ? readNoise : null,
                0,
                sums,
                0,
                stage.training() ? residual : null,
                stage.training() ? clipped : null);
        conversions = (long) samples
                * geometry.output.length()
                * state.outputs
                * geometry.rows.blocks().size();
    }

    /** Share of conversions of the last analog run that the ADC clipped. */
    double clippingRate() {
        return conversions == 0 ? 0 : (double) clippings / conversions;
    }

    /** What the DACs were given in the last run. */
    float[] inputs() {
        return before.output;
    }

    /** Analog sums {@code [samples · length, outputs]} of one row block in the last run, before any ADC. */
    float[] blockSums(RowPlan.Block block, int samples) {
        int length = geometry.output.length();
        float[] result = new float[samples * length * state.outputs];
        for (int s = 0; s < samples; s++) {
            MatrixProduct.multiply(
                    length,
                    state.outputs,
                    block.rows(),
                    staged,
                    geometry.inputOffset(block.plane(), block.firstRow())
                            + s * geometry.paddedLength * geometry.channels(block.plane()),
                    geometry.windowStep(block.plane()),
                    1,
                    state.programmed,
                    block.firstRow() * state.outputs,
                    state.outputs,
                    result,
                    s * length * state.outputs,
                    state.outputs,
                    false);
        }
        return result;
    }

    /** Copies inputs into the padded planes. */
    private void stage(int samples, float[] from) {
        int channels = geometry.input.channels();
        int length = geometry.input.length();
        for (int p = 0; p < geometry.planeOffset.length; p++) {
            List<Integer> chosen = geometry.rows.planes().get(p).channels();
            int width = chosen.size();
            int firstChannel = chosen.getFirst();
            int turn = width > 1 ? chosen.get(1) - firstChannel : 1;
            for (int s = 0; s < samples; s++) {
                int source = s * length * channels;
                int target = geometry.planeOffset[p] + (s * geometry.paddedLength + geometry.padding) * width;
                if (width == channels) {
                    System.arraycopy(from, source, staged, target, length * channels);
                } else {
                    for (int t = 0; t < length; t++) {
                        for (int c = 0; c < width; c++) {
                            staged[target + t * width + c] = from[source + t * channels + firstChannel + c * turn];
                        }
                    }
                }
            }
        }
    }

    /** The reverse of {@link #stage} for the gradient, into {@code codes}. */
    private void unstage(int samples) {
        int channels = geometry.input.channels();
        int length = geometry.input.length();
        for (int p = 0; p < geometry.planeOffset.length; p++) {
            List<Integer> chosen = geometry.rows.planes().get(p).channels();
            int width = chosen.size();
            int firstChannel = chosen.getFirst();
            int turn = width > 1 ? chosen.get(1) - firstChannel : 1;
            for (int s = 0; s < samples; s++) {
                int target = s * length * channels;
                int source = geometry.planeOffset[p] + (s * geometry.paddedLength + geometry.padding) * width;
                if (width == channels) {
                    System.arraycopy(stagedGradient, source, codes, target, length * channels);
                } else {
                    for (int t = 0; t < length; t++) {
                        for (int c = 0; c < width; c++) {
                            codes[target + t * channels + firstChannel + c * turn] =
                                    stagedGradient[source + t * width + c];
                        }
                    }
                }
            }
        }
    }

    @Override
    void backward(int samples, Stage stage) {
        digital.backward(samples, stage, sums, outputGradient, sumGradient);
        int rows = samples * geometry.pitch;
        boolean masks = stage.analog() && clippings > 0;
        if (stage.analog()) {
            adcRangeGradient += adcRangeGradient(samples);
        }
        boolean inputGradient = !first || stage.analog();
        if (inputGradient) {
            Arrays.fill(stagedGradient, 0);
        }
        if (masks) {
            for (int b = 0; b < geometry.rows.blocks().size(); b++) {
                mask(b, samples);
                RowPlan.Block block = geometry.rows.blocks().get(b);
                weightGradient(block.plane(), block.firstRow(), block.rows(), rows, masked);
                if (inputGradient) {
                    for (Geometry.Segment segment : geometry.segments) {
                        if (segment.block() == b) {
                            inputGradient(segment, rows, masked);
                        }
                    }
                }
            }
        } else {
            for (int p = 0; p < geometry.planeOffset.length; p++) {
                RowPlan.Plane plane = geometry.rows.planes().get(p);
                weightGradient(p, plane.firstRow(), plane.rows(), rows, sumGradient);
            }
            if (inputGradient) {
                for (Geometry.Segment segment : geometry.segments) {
                    inputGradient(segment, rows, sumGradient);
                }
            }
        }
        if (inputGradient) {
            finishInputGradient(samples, stage);
        }
    }

    private void finishInputGradient(int samples, Stage stage) {
        unstage(samples);
        int count = samples * geometry.input.size();
        if (stage.analog()) {
            dacRangeGradient +=
                    InputKernel.backward(state.dac(), before.output, 0, count, codes, 0, before.outputGradient, 0);
        } else {
            System.arraycopy(codes, 0, before.outputGradient, 0, count);
        }
    }

    /** Gradient of one block's conversions: none where its ADC clipped. */
    private void mask(int block, int samples) {
        int bit = 1 << block;
        int run = geometry.output.length() * state.outputs;
        for (int s = 0; s < samples; s++) {
            int pitched = s * geometry.pitch * state.outputs;
            for (int i = 0; i < run; i++) {
                masked[pitched + i] = (clipped[s * run + i] & bit) == 0 ? sumGradient[pitched + i] : 0f;
            }
        }
    }

    private double adcRangeGradient(int samples) {
        int run = geometry.output.length() * state.outputs;
        double sum = 0;
        for (int s = 0; s < samples; s++) {
            int pitched = s * geometry.pitch * state.outputs;
            for (int i = 0; i < run; i++) {
                sum += sumGradient[pitched + i] * residual[s * run + i];
            }
        }
        return sum;
    }

    private void weightGradient(int plane, int firstRow, int count, int rows, float[] gradient) {
        MatrixProduct.multiply(
                count,
                state.outputs,
                rows,
                staged,
                geometry.inputOffset(plane, firstRow),
                1,
                geometry.windowStep(plane),
                gradient,
                0,
                state.outputs,
                weightGradient,
                firstRow * state.outputs,
                state.outputs,
                true);
    }

    private void inputGradient(Geometry.Segment segment, int rows, float[] gradient) {
        int plane = geometry.rows.blocks().get(segment.block()).plane();
        MatrixProduct.multiply(
                rows,
                segment.rows(),
                state.outputs,
                gradient,
                0,
                state.outputs,
                1,
                state.transposed,
                segment.firstRow(),
                geometry.rows.rows(),
                stagedGradient,
                geometry.inputOffset(plane, segment.firstRow()),
                geometry.windowStep(plane),
                true);
    }

    /** Forgets the gradients of the step before. */
    void clear() {
        Arrays.fill(weightGradient, 0);
        Arrays.fill(digital.multiplierGradient, 0);
        Arrays.fill(digital.biasGradient, 0);
        dacRangeGradient = 0;
        adcRangeGradient = 0;
    }
}
