package studio.crossbar.training;

import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Slices;

/** What the slices of a layer's weights hold this step, each {@code [rows × outputs]}; see {@link Slices}. */
final class SlicedWeights {

    final float[][] cells;
    private final Slices slices;
    private final float[] shares;

    SlicedWeights(Slices slices, int weights) {
        this.slices = slices;
        shares = new float[slices.count()];
        for (int j = 0; j < shares.length; j++) {
            shares[j] = (float) slices.share(j);
        }
        cells = new float[slices.count()][weights];
    }

    /**
     * Divides {@code count} weights among the slices.
     *
     * @param range R
     * @param deviation standard deviation of a slice's programming noise; above 0, the slices hold standard normal
     *     deviates from {@code from} on, which are used up
     * @param programmed weights without noise, multiples of {@code R / steps}; receives what the slices together hold
     */
    void divide(Encoding encoding, float range, float deviation, int from, int count, float[] programmed) {
        boolean offset = encoding == Encoding.OFFSET;
        int steps = slices.steps();
        float perUnit = steps / range;
        int base = slices.cellLevels();
        // A whole state below 2^15 plus one half, times this, is never within rounding of a whole number.
        float perBase = 1f / base;
        float step = range / (base - 1);
        for (int i = from; i < from + count; i++) {
            int level = (int) Math.rint(programmed[i] * perUnit);
            // Digits of a signed level carry its sign; those of an offset level count from the middle, in half steps.
            int state = offset ? (level + steps) / 2 : Math.abs(level);
            float scale = offset ? 2 * step : Math.copySign(step, programmed[i]);
            float least = offset ? -range : 0;
            float sum = 0;
            for (int j = 0; j < cells.length; j++) {
                int next = (int) ((state + 0.5f) * perBase);
                float value = Math.fma(scale, state - next * base, least);
                if (deviation > 0) {
                    value = Math.fma(deviation, cells[j][i], value);
                }
                cells[j][i] = value;
                sum = Math.fma(shares[j], value, sum);
                state = next;
            }
            programmed[i] = sum;
        }
    }

    /** Takes over what the slices of a programmed chip hold, and writes their weights. */
    void take(float[][] chip, float[] programmed) {
        for (int j = 0; j < cells.length; j++) {
            System.arraycopy(chip[j], 0, cells[j], 0, programmed.length);
        }
        sum(0, programmed.length, programmed);
    }

    /** Writes {@code count} weights that the slices hold together. */
    void sum(int from, int count, float[] programmed) {
        for (int i = from; i < from + count; i++) {
            float sum = 0;
            for (int j = 0; j < cells.length; j++) {
                sum = Math.fma(shares[j], cells[j][i], sum);
            }
            programmed[i] = sum;
        }
    }

    /** Adds to {@code count} weights, and so to each slice, what a correction cell takes from all of them. */
    void add(float value, int from, int count) {
        for (float[] cell : cells) {
            for (int i = from; i < from + count; i++) {
                cell[i] += value;
            }
        }
    }
}
