package studio.crossbar.training;

import java.util.List;
import studio.crossbar.tensor.AdcKernel;

/**
 * Takes from gradients that passed all conversions what the clipped ones should not have passed: where few were, that is less
 * work than products for every row block. For convolutions of stride 1 with one plane, one group and one conversion a row
 * block.
 */
final class ClippedGradients {

    private final CrossbarState state;
    private final Geometry geometry;
    private final Staging staging;

    ClippedGradients(CrossbarState state, Staging staging) {
        this.state = state;
        this.staging = staging;
        geometry = state.geometry;
    }

    /**
     * Subtracts them from the gradients of weights and staged inputs.
     *
     * @param clipBits of the results, by row block
     * @param sumGradient {@code [samples, positions, outputs]}
     * @param weightGradient {@code [rows, outputs]}
     */
    void subtract(int samples, int[][] clipBits, float[] sumGradient, float[] weightGradient) {
        int end = samples * geometry.output.length() * state.outputs;
        for (int word = 0; word < clipBits.length; word++) {
            int[] bits = clipBits[word];
            int result = AdcKernel.nextClipped(bits, 0, end);
            while (result < end) {
                for (int left = bits[result]; left != 0; left &= left - 1) {
                    int block = word * Integer.SIZE + Integer.numberOfTrailingZeros(left);
                    subtract(geometry.blocks.get(block), result, sumGradient[result], weightGradient);
                }
                result = AdcKernel.nextClipped(bits, result + 1, end);
            }
        }
    }

    private void subtract(Geometry.Band block, int result, float gradient, float[] weightGradient) {
        int outputs = state.outputs;
        int output = result % outputs;
        int window = windowStart(result / outputs);
        int rows = geometry.rows.rows();
        List<Geometry.Segment> segments = block.segments().getFirst();
        for (int s = 0; s < segments.size(); s++) {
            Geometry.Segment segment = segments.get(s);
            int input = window + segment.offset();
            int weight = output * rows + segment.firstRow();
            for (int i = 0; i < segment.rows(); i++) {
                staging.gradient[input + i] -= gradient * state.cells.transposed[weight + i];
            }
            for (int i = 0; i < segment.rows(); i++) {
                weightGradient[(segment.firstRow() + i) * outputs + output] -= gradient * staging.values[input + i];
            }
        }
    }

    /** Where the window of a position lies in the staging buffer. */
    private int windowStart(int position) {
        int sample = position / geometry.output.length();
        int y = position % geometry.output.length() / geometry.output.width();
        int x = position % geometry.output.width();
        return sample * geometry.sampleStep(0) + (y * geometry.paddedWidth + x) * geometry.input.channels();
    }
}
