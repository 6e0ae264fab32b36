package studio.crossbar.training;

import java.util.List;

/** Sums of what the row drivers of one layer apply, relative to full scale. */
final class ActivitySum {

    private double magnitudes;
    private double squares;
    private long count;

    /**
     * Takes every row of every window once; where windows overlap, an input counts in each, and padding counts as 0.
     *
     * @param blocks row blocks of the layer
     * @param fullScale of the drivers
     */
    void add(StagedWindows windows, int blocks, float fullScale) {
        float unit = 1 / fullScale;
        for (int block = 0; block < blocks; block++) {
            for (int run = 0; run < windows.runs(); run++) {
                for (int window = 0; window < windows.runLength(); window++) {
                    int at = windows.base(block, run) + window * windows.step(block);
                    for (int group = 0; group < windows.groups(); group++) {
                        add(windows.values(), at, windows.stretches(block, group), unit);
                    }
                }
            }
        }
    }

    private void add(float[] values, int at, List<? extends StagedWindows.Stretch> stretches, float unit) {
        for (int s = 0; s < stretches.size(); s++) {
            StagedWindows.Stretch stretch = stretches.get(s);
            int from = at + stretch.offset();
            for (int i = from; i < from + stretch.rows(); i++) {
                double share = Math.abs(values[i] * unit);
                magnitudes += share;
                squares += share * share;
            }
            count += stretch.rows();
        }
    }

    /** Takes what {@code other} has. */
    void add(ActivitySum other) {
        magnitudes += other.magnitudes;
        squares += other.squares;
        count += other.count;
    }

    /** Means of all that was added; a full scale that was rounded up in float still counts as 1. */
    Activity activity() {
        return new Activity(Math.min(1, magnitudes / count), Math.min(1, squares / count));
    }
}
