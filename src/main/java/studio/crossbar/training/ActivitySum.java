package studio.crossbar.training;

import java.util.ArrayList;
import java.util.List;

/** Sums of what the row drivers of one layer apply, row by row, relative to full scale. */
final class ActivitySum {

    private final int rowsAGroup;
    /** {@code [groups × rows]}. */
    private final double[] magnitudes;

    private final double[] squares;
    /** Input vectors times cycles, each of which reads every row once. */
    private long reads;

    ActivitySum(int groups, int rowsAGroup) {
        this.rowsAGroup = rowsAGroup;
        magnitudes = new double[groups * rowsAGroup];
        squares = new double[groups * rowsAGroup];
    }

    static ActivitySum of(Geometry geometry) {
        return new ActivitySum(geometry.groups, geometry.rows.rows());
    }

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
                        add(windows.values(), at, windows.stretches(block, group), group * rowsAGroup, unit);
                    }
                }
            }
        }
        reads += (long) windows.runs() * windows.runLength();
    }

    private void add(
            float[] values, int at, List<? extends StagedWindows.Stretch> stretches, int firstOfGroup, float unit) {
        for (int s = 0; s < stretches.size(); s++) {
            StagedWindows.Stretch stretch = stretches.get(s);
            int from = at + stretch.offset();
            int row = firstOfGroup + stretch.firstRow();
            for (int i = 0; i < stretch.rows(); i++) {
                double share = Math.abs(values[from + i] * unit);
                magnitudes[row + i] += share;
                squares[row + i] += share * share;
            }
        }
    }

    /** Takes what {@code other}, of the same layer, has. */
    void add(ActivitySum other) {
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] += other.magnitudes[i];
            squares[i] += other.squares[i];
        }
        reads += other.reads;
    }

    /** Means of all that was added; a full scale that was rounded up in float still counts as 1. */
    LayerActivity activity() {
        List<Activity> rows = new ArrayList<>(magnitudes.length);
        for (int i = 0; i < magnitudes.length; i++) {
            rows.add(new Activity(Math.min(1, magnitudes[i] / reads), Math.min(1, squares[i] / reads)));
        }
        return LayerActivity.of(rows);
    }
}
