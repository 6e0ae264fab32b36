package studio.crossbar.training;

import java.util.List;
import studio.crossbar.tensor.DepthwiseKernel;
import studio.crossbar.tensor.MatrixProduct;

/**
 * Products of the weights of a band of crossbar rows with the windows of a layer's staging buffer, and their gradients, over
 * several runs ({@link Runs}) at once.
 */
final class BlockProducts {

    /** Numbers between windows for which a product of that many columns is slow: one of the widest vectors, or less. */
    private static final int NARROW = 16;

    /** Numbers of windows' gradients that are formed at a time, so that they are near when they are added up. */
    private static final int APART = 8192;

    private final CrossbarState state;
    private final Geometry geometry;
    private final Staging staging;
    private final Runs runs;
    private final int outputs;
    /** Where each run's first window begins in the staging buffer, for each plane. */
    private final int[][] windowStarts;
    /** Where the segments of one product begin in a window, and in the weights. */
    private final int[] inputParts;

    private final int[] weightParts;
    /** Gradients of some windows' inputs {@code [windows, rows of a band]}; made when it is first needed. */
    private float[] apart = {};

    /** Where each run's results begin in {@code [samples, positions, outputs]}. */
    final int[] resultStarts;

    BlockProducts(CrossbarState state, Staging staging, int samples) {
        this.state = state;
        this.staging = staging;
        geometry = state.geometry;
        runs = geometry.runs;
        outputs = state.outputs;
        int taps = geometry.window.kernel().area();
        inputParts = new int[taps];
        weightParts = new int[taps];
        int count = runs.count(samples);
        resultStarts = new int[count];
        windowStarts = new int[geometry.planeOffset.length][count];
        for (int r = 0; r < count; r++) {
            resultStarts[r] = runs.result(r);
            for (int plane = 0; plane < windowStarts.length; plane++) {
                windowStarts[plane][r] = runs.offset(plane, r);
            }
        }
    }

    /**
     * Sums of {@code band} over the windows {@code row … row + rows − 1} of the runs {@code from … to − 1}.
     *
     * @param weights {@code [rows × outputs]} of all blocks
     * @param starts sums of run {@code r} lie in {@code into} from {@code at + starts[r]}
     * @param step distance between the windows' sums
     */
    void sums(
            Geometry.Band band,
            int from,
            int to,
            int row,
            int rows,
            float[] weights,
            float[] into,
            int at,
            int[] starts,
            int step,
            boolean accumulate) {
        int windowStep = runs.step(band.plane());
        int[] windows = windowStarts[band.plane()];
        if (geometry.depthwise()) {
            for (int r = from; r < to; r++) {
                DepthwiseKernel.forward(
                        rows,
                        outputs,
                        staging.values,
                        windows[r] + row * windowStep,
                        windowStep,
                        state.taps,
                        band.firstRow(),
                        band.rows(),
                        weights,
                        into,
                        at + starts[r],
                        accumulate);
            }
            return;
        }
        int perGroup = outputs / geometry.groups;
        for (int group = 0; group < geometry.groups; group++) {
            List<Geometry.Segment> segments = band.segments().get(group);
            for (int s = 0, parts; s < segments.size(); s += parts) {
                parts = together(segments, s);
                for (int part = 0; part < parts; part++) {
                    Geometry.Segment segment = segments.get(s + part);
                    inputParts[part] = segment.offset();
                    weightParts[part] = segment.firstRow() * outputs;
                }
                MatrixProduct.multiplyEach(
                        from,
                        to,
                        rows,
                        perGroup,
                        parts,
                        segments.get(s).rows(),
                        staging.values,
                        row * windowStep,
                        windows,
                        inputParts,
                        windowStep,
                        1,
                        weights,
                        group * perGroup,
                        weightParts,
                        outputs,
                        into,
                        at + group * perGroup,
                        starts,
                        step,
                        accumulate || s > 0);
            }
        }
    }

    /** How many segments from {@code first} on are equally long and one pass over k together. */
    private static int together(List<Geometry.Segment> segments, int first) {
        int rows = segments.get(first).rows();
        int most = Math.min(segments.size() - first, Math.max(1, MatrixProduct.DEPTH / rows));
        int count = 1;
        while (count < most && segments.get(first + count).rows() == rows) {
            count++;
        }
        return count;
    }

    /**
     * Adds the gradients of {@code band}'s weights and inputs from those of its sums in the runs {@code from … to − 1}.
     *
     * @param windows of each run
     * @param gradient of run {@code r}'s sums {@code [windows × outputs]} from {@code starts[r]}
     * @param ofInputs whether to add the inputs' gradient to the staging buffer's
     */
    void gradients(
            Geometry.Band band,
            int from,
            int to,
            int windows,
            float[] gradient,
            int[] starts,
            float[] weightGradient,
            boolean ofInputs) {
        int step = runs.step(band.plane());
        if (geometry.depthwise()) {
            for (int r = from; r < to; r++) {
                DepthwiseKernel.backward(
                        windows,
                        outputs,
                        staging.values,
                        windowStarts[band.plane()][r],
                        step,
                        state.taps,
                        band.firstRow(),
                        band.rows(),
                        state.cells.programmed,
                        gradient,
                        starts[r],
                        weightGradient,
                        ofInputs ? staging.gradient : null);
            }
            return;
        }
        int perGroup = outputs / geometry.groups;
        boolean narrow = step <= NARROW;
        for (int group = 0; group < geometry.groups; group++) {
            List<Geometry.Segment> segments = band.segments().get(group);
            for (int s = 0; s < segments.size(); s++) {
                Geometry.Segment segment = segments.get(s);
                int column = group * perGroup;
                MatrixProduct.addSum(
                        from,
                        to,
                        segment.rows(),
                        perGroup,
                        windows,
                        staging.values,
                        segment.offset(),
                        windowStarts[band.plane()],
                        1,
                        step,
                        gradient,
                        column,
                        starts,
                        outputs,
                        weightGradient,
                        segment.firstRow() * outputs + column,
                        outputs);
                if (ofInputs && !narrow) {
                    inputGradient(segment, column, perGroup, band.plane(), from, to, windows, gradient, starts);
                }
            }
            if (ofInputs && narrow) {
                for (int r = from; r < to; r++) {
                    inputGradientByWindows(
                            band, group, windows, gradient, starts[r], windowStarts[band.plane()][r], step);
                }
            }
        }
    }

    /** Adds the gradients of a run's inputs, first each window's apart: one wide product in place of many narrow ones. */
    private void inputGradientByWindows(
            Geometry.Band band, int group, int windows, float[] gradient, int at, int windowStart, int step) {
        int columns = outputs / geometry.groups;
        int column = group * columns;
        int rows = band.rows();
        int most = Math.clamp(windows, 1, Math.max(1, APART / rows));
        if (apart.length < most * rows) {
            apart = new float[most * rows];
        }
        for (int window = 0; window < windows; window += most) {
            int count = Math.min(most, windows - window);
            MatrixProduct.multiply(
                    count,
                    rows,
                    columns,
                    gradient,
                    at + window * outputs + column,
                    outputs,
                    state.cells.transposed,
                    column * geometry.rows.rows() + band.firstRow(),
                    geometry.rows.rows(),
                    apart,
                    0,
                    rows,
                    false);
            addUp(band, group, count, windowStart + window * step, step);
        }
    }

    /** Adds what lies {@link #apart} to the staging buffer's gradient. */
    private void addUp(Geometry.Band band, int group, int windows, int windowStart, int step) {
        float[] into = staging.gradient;
        List<Geometry.Segment> segments = band.segments().get(group);
        for (int s = 0; s < segments.size(); s++) {
            Geometry.Segment segment = segments.get(s);
            for (int window = 0; window < windows; window++) {
                int source = window * band.rows() + segment.firstRow() - band.firstRow();
                int target = windowStart + window * step + segment.offset();
                for (int i = 0; i < segment.rows(); i++) {
                    into[target + i] += apart[source + i];
                }
            }
        }
    }

    private void inputGradient(
            Geometry.Segment segment,
            int column,
            int columns,
            int plane,
            int from,
            int to,
            int windows,
            float[] gradient,
            int[] starts) {
        int step = runs.step(plane);
        // Rows of a result must not overlap, so they are no wider than the distance between windows.
        for (int first = 0; first < segment.rows(); first += step) {
            MatrixProduct.multiplyEach(
                    from,
                    to,
                    windows,
                    Math.min(step, segment.rows() - first),
                    columns,
                    gradient,
                    column,
                    starts,
                    outputs,
                    1,
                    state.cells.transposed,
                    column * geometry.rows.rows() + segment.firstRow() + first,
                    geometry.rows.rows(),
                    staging.gradient,
                    segment.offset() + first,
                    windowStarts[plane],
                    step,
                    true);
        }
    }
}
