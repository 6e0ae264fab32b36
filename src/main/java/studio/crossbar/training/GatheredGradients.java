package studio.crossbar.training;

/** Gradients of some runs' sums {@code [runs, windows, outputs]}, put together where they lie apart, or less what was clipped. */
final class GatheredGradients {

    private final Runs runs;
    private final Conversions conversions;
    private final int outputs;
    /** Where each run's begin. */
    private final int[] starts;

    private final float[] values;

    /** @param length numbers of all runs that are gathered at a time */
    GatheredGradients(Runs runs, Conversions conversions, int outputs, int[] starts, int length) {
        this.runs = runs;
        this.conversions = conversions;
        this.outputs = outputs;
        this.starts = starts;
        values = new float[length];
    }

    /**
     * Those of the runs {@code from … to − 1}.
     *
     * @param sumGradient {@code [samples, positions, outputs]}
     * @param length windows of a run
     */
    float[] together(float[] sumGradient, int from, int to, int length) {
        for (int r = from; r < to; r++) {
            for (int i = 0; i < length; i++) {
                int at = runs.result(r) + i * runs.resultStep();
                System.arraycopy(sumGradient, at, values, starts[r] + i * outputs, outputs);
            }
        }
        return values;
    }

    /** The same less what the ADCs clipped of a row block. */
    float[] unclipped(int block, float[] sumGradient, int from, int to, int length) {
        int atOnce = runs.together() ? length : 1;
        for (int r = from; r < to; r++) {
            for (int i = 0; i < length; i += atOnce) {
                int at = runs.result(r) + i * runs.resultStep();
                conversions.mask(block, sumGradient, at, atOnce * outputs, values, starts[r] + i * outputs);
            }
        }
        return values;
    }
}
