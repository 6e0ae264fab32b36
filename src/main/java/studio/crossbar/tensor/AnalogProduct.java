package studio.crossbar.tensor;

import static java.util.Objects.checkFromIndexSize;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;

/**
 * Forward product of a crossbar layer: each row block forms its analog sums, an ADC converts them, and the codes add up
 * digitally. One output element is {@code z = Σ_t code_t · Y / steps_t} with {@code code_t = Q(Σ_k x·w + noise)}.
 *
 * <p>Every analog sum is one chain of fused multiply-adds in row order and every conversion equals
 * {@link Quantizer#code}, so results are the same bits for any vector width.
 */
public final class AnalogProduct {

    /** Blocks that a word of clip bits holds. */
    public static final int MAX_BLOCKS = Integer.SIZE;

    /** Elements converted at a time, so that they are still in the first-level cache. */
    private static final int TILE = 2048;

    /**
     * Rows that share one analog sum and one conversion a column. Inputs of output row {@code i} of sample {@code s}
     * are the {@code rows} floats from {@code inputOffset + s · inputSampleStride + i · inputRowStride}.
     *
     * @param firstRow row of the weights
     * @param rows at least 1
     * @param inputOffset index of the block's first input
     * @param inputRowStride distance of successive output rows
     * @param inputSampleStride distance of successive samples
     * @param lowCode lowest ADC code
     * @param highCode highest ADC code
     * @param steps ADC steps on {@code [0, fullScale]}
     */
    public record Block(
            int firstRow,
            int rows,
            int inputOffset,
            int inputRowStride,
            int inputSampleStride,
            int lowCode,
            int highCode,
            int steps) {

        public Block {
            if (firstRow < 0 || rows < 1) {
                throw new IllegalArgumentException("rows: " + rows + " from row " + firstRow + " are no row block");
            }
            if (inputOffset < 0 || inputRowStride < 0 || inputSampleStride < 0) {
                throw new IllegalArgumentException("inputs: offset " + inputOffset + " and strides " + inputRowStride
                        + ", " + inputSampleStride + " are not all at least 0");
            }
        }

        private Quantizer converter(float fullScale) {
            return new Quantizer(fullScale, steps, lowCode, highCode);
        }
    }

    private final int outputs;
    private final List<Block> blocks;

    /**
     * A layer of {@code outputs} columns.
     *
     * @param blocks 1 … {@value #MAX_BLOCKS} row blocks in row order
     */
    public AnalogProduct(int outputs, List<Block> blocks) {
        if (outputs < 1) {
            throw new IllegalArgumentException("outputs: " + outputs + " is below 1");
        }
        if (blocks.isEmpty() || blocks.size() > MAX_BLOCKS) {
            throw new IllegalArgumentException("blocks: " + blocks.size() + " row blocks are outside 1 … " + MAX_BLOCKS
                    + "; choose taller tiles or a smaller layer");
        }
        this.outputs = outputs;
        this.blocks = List.copyOf(blocks);
        blocks.forEach(block -> block.converter(1f));
    }

    /** Columns N. */
    public int outputs() {
        return outputs;
    }

    /** Row blocks, in row order. */
    public List<Block> blocks() {
        return blocks;
    }

    /**
     * Computes the output of some samples. With {@code m = samples · rowsPerSample}, element (i, n) of the results is at
     * {@code i · outputs + n} from {@code sumOffset}.
     *
     * @param firstSample index of the first sample in the inputs
     * @param rowsPerSample output positions of a sample, 1 for a dense layer
     * @param inputs quantised activations
     * @param weights {@code [rows × outputs]} in row order, as programmed
     * @param fullScale Y, in units of activation times weight
     * @param readSigma standard deviation of the read noise relative to Y
     * @param deviates standard normal deviates; that of block t at (i, n) is at
     *     {@code deviateOffset + (t · m + i) · outputs + n}; null for no read noise
     * @param sums receives z {@code [m × outputs]}
     * @param rangeResidual receives ∂z/∂Y ({@link Quantizer#fullScaleGradient} summed over the blocks); null at inference
     * @param clipped receives one bit a row block, set where its conversion was clipped; null at inference
     * @return how many conversions were clipped
     */
    public long forward(
            int firstSample,
            int samples,
            int rowsPerSample,
            float[] inputs,
            float[] weights,
            float fullScale,
            float readSigma,
            float @Nullable [] deviates,
            int deviateOffset,
            float[] sums,
            int sumOffset,
            float @Nullable [] rangeResidual,
            int @Nullable [] clipped) {
        int elements = samples * rowsPerSample * outputs;
        checkFromIndexSize(sumOffset, elements, sums.length);
        if (rangeResidual != null) {
            checkFromIndexSize(sumOffset, elements, rangeResidual.length);
        }
        if (clipped != null) {
            checkFromIndexSize(sumOffset, elements, clipped.length);
        }
        if (deviates != null) {
            checkFromIndexSize(deviateOffset, elements * blocks.size(), deviates.length);
        }
        // The rows of a dense layer are its samples: one run of them, instead of one row a sample.
        boolean dense = rowsPerSample == 1;
        int runs = dense ? 1 : samples;
        int run = dense ? samples : rowsPerSample;
        int tileRows = Math.min(run, Math.max(16, TILE / outputs));
        float[] scratch = new float[blocks.size() == 1 ? 0 : tileRows * outputs];
        long count = 0;
        for (int s = 0; s < runs; s++) {
            for (int row = 0; row < run; row += tileRows) {
                int rows = Math.min(tileRows, run - row);
                int at = (s * run + row) * outputs;
                for (int t = 0; t < blocks.size(); t++) {
                    Block block = blocks.get(t);
                    int rowStride = dense ? block.inputSampleStride : block.inputRowStride;
                    int input = block.inputOffset + (firstSample + s) * block.inputSampleStride + row * rowStride;
                    // The first block's analog sums are formed in place; later ones must keep what is there.
                    float[] analog = t == 0 ? sums : scratch;
                    int analogOffset = t == 0 ? sumOffset + at : 0;
                    MatrixProduct.multiply(
                            rows,
                            outputs,
                            block.rows,
                            inputs,
                            input,
                            rowStride,
                            1,
                            weights,
                            block.firstRow * outputs,
                            outputs,
                            analog,
                            analogOffset,
                            outputs,
                            false);
                    count += convert(
                            block.converter(fullScale),
                            t,
                            rows * outputs,
                            analog,
                            analogOffset,
                            readSigma * fullScale,
                            deviates,
                            deviateOffset + t * elements + at,
                            sums,
                            sumOffset + at,
                            rangeResidual,
                            clipped);
                }
            }
        }
        return count;
    }

    /** One block's conversions; block 0 overwrites the results, the others add to them. */
    private static long convert(
            Quantizer adc,
            int block,
            int count,
            float[] analog,
            int analogOffset,
            float sigma,
            float @Nullable [] deviates,
            int deviateOffset,
            float[] sums,
            int offset,
            float @Nullable [] residual,
            int @Nullable [] clipped) {
        float perUnit = adc.stepsPerUnit();
        float step = adc.step();
        float low = adc.low();
        float high = adc.high();
        float perStep = 1f / adc.steps();
        boolean first = block == 0;
        int bit = 1 << block;
        long clips = 0;
        int i = 0;
        for (; i <= count - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector sum = Lanes.load(analog, analogOffset + i);
            if (deviates != null) {
                sum = Lanes.load(deviates, deviateOffset + i).fma(Lanes.broadcast(sigma), sum);
            }
            FloatVector scaled = sum.mul(perUnit);
            FloatVector code = Lanes.round(Lanes.clip(scaled, low, high));
            FloatVector before = first ? Lanes.zero() : Lanes.load(sums, offset + i);
            code.fma(Lanes.broadcast(step), before).intoArray(sums, offset + i);
            VectorMask<Float> outside = Lanes.outside(scaled, low, high);
            clips += outside.trueCount();
            if (residual != null) {
                FloatVector errorBefore = first ? Lanes.zero() : Lanes.load(residual, offset + i);
                code.sub(scaled.blend(0f, outside))
                        .fma(Lanes.broadcast(perStep), errorBefore)
                        .intoArray(residual, offset + i);
            }
            if (clipped != null) {
                IntVector bits =
                        first ? IntVector.zero(Lanes.INTS) : IntVector.fromArray(Lanes.INTS, clipped, offset + i);
                bits.blend(bits.or(bit), outside.cast(Lanes.INTS)).intoArray(clipped, offset + i);
            }
        }
        for (; i < count; i++) {
            float sum = analog[analogOffset + i];
            if (deviates != null) {
                sum = Math.fma(deviates[deviateOffset + i], sigma, sum);
            }
            float scaled = sum * perUnit;
            float code = Lanes.round(Lanes.clip(scaled, low, high));
            sums[offset + i] = Math.fma(code, step, first ? 0f : sums[offset + i]);
            boolean outside = Lanes.outside(scaled, low, high);
            clips += outside ? 1 : 0;
            if (residual != null) {
                residual[offset + i] =
                        Math.fma(code - (outside ? 0f : scaled), perStep, first ? 0f : residual[offset + i]);
            }
            if (clipped != null) {
                clipped[offset + i] = (first ? 0 : clipped[offset + i]) | (outside ? bit : 0);
            }
        }
        return clips;
    }

    /**
     * Straight-through gradient of one block's analog sums: {@code gradient} where its conversion was not clipped, else 0.
     *
     * @param count elements, from {@code offset} in the gradient and the clip bits
     * @param clipped bits that {@link #forward} gave
     * @param block index of the block
     * @param into receives the result from {@code intoOffset}
     */
    public static void passUnclipped(
            int count, float[] gradient, int[] clipped, int offset, int block, float[] into, int intoOffset) {
        checkFromIndexSize(offset, count, gradient.length);
        checkFromIndexSize(offset, count, clipped.length);
        checkFromIndexSize(intoOffset, count, into.length);
        int bit = 1 << block;
        int i = 0;
        for (; i <= count - Lanes.COUNT; i += Lanes.COUNT) {
            IntVector bits =
                    IntVector.fromArray(Lanes.INTS, clipped, offset + i).and(bit);
            VectorMask<Float> outside = bits.compare(VectorOperators.NE, 0).cast(Lanes.FLOATS);
            Lanes.load(gradient, offset + i).blend(0f, outside).intoArray(into, intoOffset + i);
        }
        for (; i < count; i++) {
            into[intoOffset + i] = (clipped[offset + i] & bit) != 0 ? 0f : gradient[offset + i];
        }
    }
}
