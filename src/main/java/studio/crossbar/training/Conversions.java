package studio.crossbar.training;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.tensor.AdcKernel;
import studio.crossbar.tensor.NoiseUse;
import studio.crossbar.tensor.ReadNoiseKernel;

/**
 * Analog-to-digital conversions of one layer in one lane, and what their straight-through gradient needs. A unit is the
 * conversions of one cycle of the inputs, row block and slice of the weights; a column's units add up digitally.
 */
final class Conversions {

    /** One in so many conversions is seldom. */
    private static final int SELDOM = 128;

    /** Elements of the longest array. */
    private static final int LONGEST = Integer.MAX_VALUE - 8;

    private final CrossbarState state;
    private final int blocks;
    private final int slices;
    private final int cycles;
    /** Factors of the ADC range's gradient {@code [samples, positions, outputs]}. */
    final float[] residual;
    /** Clip bits of up to 32 units a word. */
    private final int[][] clipped;
    /** Clipped conversions of each unit in the last shard. */
    private final long[] clippedOfShard;

    private final int results;
    private float @Nullable [] deviates;
    /** Conversions of the last shard. */
    private long madeOfShard;

    private long clippings;
    private long made;

    /** @param results of all positions of a shard */
    Conversions(CrossbarState state, int results) {
        this.state = state;
        this.results = results;
        blocks = state.geometry.rows.blocks().size();
        slices = state.slices.count();
        cycles = state.cycles();
        int units = cycles * blocks * slices;
        residual = new float[results];
        clipped = new int[Math.ceilDiv(units, Integer.SIZE)][results];
        clippedOfShard = new long[units];
    }

    private int unit(int cycle, int block, int slice) {
        return (cycle * blocks + block) * slices + slice;
    }

    /** Whether nothing has been added to the results before this unit. */
    boolean first(int cycle, int block, int slice) {
        return unit(cycle, block, slice) == 0;
    }

    /** Begins a shard with the first cycle, and draws the read noise of each cycle's conversions, if there is any. */
    void begin(Run run, int cycle) {
        if (cycle == 0) {
            Arrays.fill(clippedOfShard, 0);
            madeOfShard = 0;
        }
        if (run.stage.noise().readSigma() == 0) {
            return;
        }
        int needed = deviates(state.index, results, blocks, slices);
        if (deviates == null || deviates.length < needed) {
            deviates = new float[needed];
        }
        int used = run.samples * state.geometry.output.length() * state.outputs * blocks * slices;
        run.stage.noise(NoiseUse.Part.READ, state.index, run.shard).gaussian((long) cycle * used, deviates, 0, used);
    }

    /** Deviates of a shard's read noise in one cycle. */
    static int deviates(int layer, int results, int blocks, int slices) {
        long count = (long) results * blocks * slices;
        if (count > LONGEST) {
            throw new IllegalArgumentException("read noise: layer " + (layer + 1) + " with weights makes " + count
                    + " conversions of " + results + " sums at a time, more than " + LONGEST
                    + "; take higher tiles or fewer slices");
        }
        return (int) count;
    }

    /**
     * Converts some windows' analog sums of one unit and adds the codes to the results.
     *
     * @param analog {@code [windows × outputs]} from {@code analogAt}; gets its read noise added
     * @param sums results of all positions; those of the windows lie from {@code at} at distances of {@code resultStep}
     */
    void convert(
            Run run,
            int cycle,
            int block,
            int slice,
            int windows,
            float[] analog,
            int analogAt,
            float[] sums,
            int at,
            int resultStep) {
        Stage stage = run.stage;
        int outputs = state.outputs;
        int unit = unit(cycle, block, slice);
        float sigma = (float) stage.noise().readSigma() * state.adcRange.value[0];
        float share = state.share(cycle, slice);
        int elements = run.samples * state.geometry.output.length() * outputs;
        List<CrossbarState.AdcColumns> columns = state.adcColumns(block);
        // Windows are converted at once where all their columns are converted alike and lie together.
        int windowsAtOnce = columns.size() == 1 && resultStep == outputs ? windows : 1;
        for (int window = 0; window < windows; window += windowsAtOnce) {
            for (int c = 0; c < columns.size(); c++) {
                int column = columns.get(c).firstOutput();
                int from = analogAt + window * outputs + column;
                int to = at + window * resultStep + column;
                int count = windowsAtOnce * columns.get(c).outputs();
                if (sigma > 0 && deviates != null) {
                    ReadNoiseKernel.accumulate(
                            count, sigma, deviates, (block * slices + slice) * elements + to, analog, from);
                }
                long clips = AdcKernel.convert(
                        state.adc(block, c),
                        share,
                        unit == 0,
                        count,
                        analog,
                        from,
                        sums,
                        stage.training() ? residual : null,
                        stage.training() ? clipped[unit / Integer.SIZE] : null,
                        to,
                        1 << unit,
                        unit % Integer.SIZE == 0);
                clippedOfShard[unit] += clips;
                clippings += clips;
            }
        }
        madeOfShard += (long) windows * outputs;
        made += (long) windows * outputs;
    }

    /** Whether the ADCs clipped any conversion of a row block in the last shard. */
    boolean clipped(int block) {
        for (int cycle = 0; cycle < cycles; cycle++) {
            for (int slice = 0; slice < slices; slice++) {
                if (clippedOfShard[unit(cycle, block, slice)] > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Writes the gradient of a row block's sums less what was clipped. A sum of several conversions passes the gradient by
     * the shares of those that were not clipped: each digit of a weight and of an input counts as moving with the whole
     * (straight-through), so that without clipping the gradient is that of the whole product, and exactly 0 where all of them
     * were clipped.
     *
     * @param gradient of the results; {@code count} of them from {@code at} are taken
     * @param into receives them from {@code intoAt}
     */
    void mask(int block, float[] gradient, int at, int count, float[] into, int intoAt) {
        if (cycles * slices == 1) {
            AdcKernel.passUnclipped(count, gradient, clipped[block / Integer.SIZE], at, 1 << block, into, intoAt);
            return;
        }
        float unclipped = 0;
        for (int i = 0; i < cycles * slices; i++) {
            if (clippedOfShard[unit(i / slices, block, i % slices)] == 0) {
                unclipped += state.share(i / slices, i % slices);
            }
        }
        Arrays.fill(into, intoAt, intoAt + count, unclipped);
        // Added up in the order of the shares that pass, so that all of them are exactly the whole.
        float whole = unclipped;
        for (int i = 0; i < cycles * slices; i++) {
            int unit = unit(i / slices, block, i % slices);
            if (clippedOfShard[unit] > 0) {
                float share = state.share(i / slices, i % slices);
                AdcKernel.addUnclipped(count, share, clipped[unit / Integer.SIZE], at, 1 << unit, into, intoAt);
                whole += share;
            }
        }
        AdcKernel.passShares(count, whole, gradient, at, into, intoAt);
    }

    /**
     * Whether each result of the last shard is a sum of one conversion a row block, and few of these were clipped: fewer than
     * there are windows, so that no column was clipped in all. Where a column was clipped in every window in which it has a
     * gradient, its weights would get what rounding leaves of a gradient that is exactly 0. Behind a rectifier, which passes
     * none in many windows, that can still be so.
     *
     * @param windows of the shard
     */
    boolean seldomClipped(int windows) {
        long clipped = clippingsOfShard();
        return cycles * slices == 1 && clipped < windows && clipped * SELDOM <= madeOfShard;
    }

    /** Words of clip bits of each result; bit b of word w is that of row block 32 · w + b if there is one unit a block. */
    int[][] clipBits() {
        return clipped;
    }

    /** Conversions since {@link #clear}. */
    long made() {
        return made;
    }

    /** How many of them the ADCs clipped. */
    long clippings() {
        return clippings;
    }

    /** How many the ADCs clipped in the last shard. */
    long clippingsOfShard() {
        long sum = 0;
        for (long count : clippedOfShard) {
            sum += count;
        }
        return sum;
    }

    /** Counts from 0. */
    void clear() {
        clippings = 0;
        made = 0;
    }
}
