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
    /** {@code [windows, rows of a band]}; made when it is first needed. */
    private float[] windowGradients = {};

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
                        staging.gradient);
            }
            return;
        }
        int perGroup = outputs / geometry.groups;
        boolean narrow = ofInputs && step <= NARROW && geometry.groups == 1;
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
        }
        for (int r = from; r < to && narrow; r++) {
            windowGradients(band, windows, gradient, starts[r]);
            scatter(band, windows, windowStarts[band.plane()][r], step);
        }
    }

    /** Gradients of each window's inputs, those that it shares with others apart. */
    private void windowGradients(Geometry.Band band, int windows, float[] gradient, int at) {
        int rows = geometry.rows.rows();
        if (windowGradients.length < windows * band.rows()) {
            windowGradients = new float[windows * rows];
        }
        MatrixProduct.multiply(
                windows,
                band.rows(),
                outputs,
                gradient,
                at,
                outputs,
                state.cells.transposed,
                band.firstRow(),
                rows,
                windowGradients,
                0,
                band.rows(),
                false);
    }

    /** Adds {@link #windowGradients} to the staging buffer's. */
    private void scatter(Geometry.Band band, int windows, int first, int step) {
        float[] into = staging.gradient;
        List<Geometry.Segment> segments = band.segments().getFirst();
        for (int s = 0; s < segments.size(); s++) {
            Geometry.Segment segment = segments.get(s);
            for (int window = 0; window < windows; window++) {
                int source = window * band.rows() + segment.firstRow() - band.firstRow();
                int target = first + window * step + segment.offset();
                for (int i = 0; i < segment.rows(); i++) {
                    into[target + i] += windowGradients[source + i];
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
        // Rows of a result must not overlap: parts no wider than the distance between windows, or, where those would be
        // too narrow for the kernels, every so many windows.
        boolean narrow = step <= NARROW;
        int widest = segment.scatter() || narrow ? segment.rows() : step;
        int apart = Math.ceilDiv(widest, step);
        for (int window = 0; window < apart; window++) {
            for (int first = 0; first < segment.rows(); first += widest) {
                MatrixProduct.multiplyEach(
                        from,
                        to,
                        Math.ceilDiv(windows - window, apart),
                        Math.min(widest, segment.rows() - first),
                        columns,
                        gradient,
                        window * outputs + column,
                        starts,
                        apart * outputs,
                        1,
                        state.cells.transposed,
                        column * geometry.rows.rows() + segment.firstRow() + first,
                        geometry.rows.rows(),
                        staging.gradient,
                        window * step + segment.offset() + first,
                        windowStarts[plane],
                        apart * step,
                        true);
            }
        }
    }
}
