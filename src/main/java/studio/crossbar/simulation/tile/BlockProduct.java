package studio.crossbar.simulation.tile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.tensor.DepthwiseKernel;
import studio.crossbar.tensor.MatrixProduct;
import studio.crossbar.training.StagedWindows;

/** Products of some windows with the matrices of one row block; reused by its lane. */
final class BlockProduct {

    private @Nullable StagedWindows inputs;
    private int firstRow;
    private int blockRows;
    private int outputs;
    private int block;
    private int base;
    private int step;
    private int rows;
    private long firstWindow;
    private long windows;

    /** Chooses {@code count} windows from {@code firstOfRun} of a run. */
    void at(
            StagedWindows from,
            CrossbarArray.Block of,
            int layerOutputs,
            int number,
            int run,
            int firstOfRun,
            int count) {
        inputs = from;
        firstRow = of.firstRow();
        blockRows = of.rows();
        outputs = layerOutputs;
        block = number;
        step = from.step(number);
        base = from.base(number, run) + firstOfRun * step;
        rows = count;
        firstWindow = (long) run * from.runLength() + firstOfRun;
        windows = (long) from.runs() * from.runLength();
    }

    /** Windows chosen. */
    int rows() {
        return rows;
    }

    /** Number of the first one among all. */
    long firstWindow() {
        return firstWindow;
    }

    /** All windows. */
    long windows() {
        return windows;
    }

    /**
     * Writes {@code into [rows × plane.columns()]}.
     *
     * @param matrix of the plane, {@code [rows of the block × plane.columns()]}
     * @param values what is driven, laid out as the inputs
     */
    void multiply(Plane plane, float[] matrix, float[] values, float[] into) {
        StagedWindows from = inputs;
        if (from == null) {
            throw new IllegalStateException("no windows were chosen");
        }
        if (from.depthwiseTaps().length > 0 && !plane.shared()) {
            depthwise(from.depthwiseTaps(), matrix, values, into);
        } else if (plane.shared()) {
            int perGroup = outputs / from.groups();
            for (Span span : plane.spans()) {
                multiply(from, span.firstOutput() / perGroup, span.column(), 1, plane.columns(), matrix, values, into);
            }
        } else {
            int perGroup = outputs / from.groups();
            for (int group = 0; group < from.groups(); group++) {
                multiply(from, group, group * perGroup, perGroup, plane.columns(), matrix, values, into);
            }
        }
    }

    private void depthwise(int[] taps, float[] matrix, float[] values, float[] into) {
        int[] blockTaps = new int[blockRows];
        System.arraycopy(taps, firstRow, blockTaps, 0, blockRows);
        DepthwiseKernel.forward(rows, outputs, values, base, step, blockTaps, 0, blockRows, matrix, into, 0, false);
    }

    private void multiply(
            StagedWindows from,
            int group,
            int column,
            int columns,
            int width,
            float[] matrix,
            float[] values,
            float[] into) {
        List<? extends StagedWindows.Stretch> stretches = from.stretches(block, group);
        for (int s = 0; s < stretches.size(); s++) {
            StagedWindows.Stretch stretch = stretches.get(s);
            MatrixProduct.multiply(
                    rows,
                    columns,
                    stretch.rows(),
                    values,
                    base + stretch.offset(),
                    step,
                    1,
                    matrix,
                    (stretch.firstRow() - firstRow) * width + column,
                    width,
                    into,
                    column,
                    width,
                    s > 0);
        }
    }
}
