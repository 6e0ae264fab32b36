package studio.crossbar.training;

import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Slices;

/** What the slices of a layer's weights hold this step, each {@code [rows × outputs]}; see {@link Slices}. */
final class SlicedWeights {

    final float[][] cells;
    private final Slices slices;

    SlicedWeights(Slices slices, int weights) {
        this.slices = slices;
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
        float perUnit = slices.steps() / range;
        float step = range / (slices.cellLevels() - 1);
        for (int i = from; i < from + count; i++) {
            int level = Math.round(programmed[i] * perUnit);
            float sum = 0;
            for (int j = 0; j < cells.length; j++) {
                float value = slices.digitLevel(encoding, level, j) * step;
                if (deviation > 0) {
                    value = Math.fma(deviation, cells[j][i], value);
                }
                cells[j][i] = value;
                sum = Math.fma((float) slices.share(j), value, sum);
            }
            programmed[i] = sum;
        }
    }

    /** Takes over what the slices of a programmed chip hold, and writes their weights. */
    void take(float[][] chip, float[] programmed) {
        for (int j = 0; j < cells.length; j++) {
            System.arraycopy(chip[j], 0, cells[j], 0, programmed.length);
        }
        for (int i = 0; i < programmed.length; i++) {
            float sum = 0;
            for (int j = 0; j < cells.length; j++) {
                sum = Math.fma((float) slices.share(j), cells[j][i], sum);
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
