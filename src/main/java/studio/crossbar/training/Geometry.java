package studio.crossbar.training;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;
import studio.crossbar.network.Window;

/**
 * Where a crossbar layer's inputs lie in its staging buffer.
 *
 * <p>The buffer holds one padded, channels-last image {@code [samples, paddedHeight, paddedWidth, channels]} a plane of the
 * row plan; a plane of a grouped convolution holds that plane's channels of every group. The windows of one row of output
 * positions, and those of one position in all samples, are then rows of a regular matrix ({@link Runs}), of which each
 * {@link Segment} is a contiguous part, so that convolutions and their gradients are products on the buffer itself and
 * nothing is unrolled.
 */
final class Geometry {

    final Shape input;
    final Shape output;
    final RowPlan rows;
    final int groups;
    final Window window;
    final int paddedHeight;
    final int paddedWidth;
    /** Offset of each plane in the staging buffer. */
    final int[] planeOffset;
    /** Numbers of the staging buffer for the greatest number of samples. */
    final int stagingSize;
    /** Runs in which training takes the windows. */
    final Runs runs;
    /** Runs in which an {@link AnalogLayer} sees the windows. */
    final Runs rowRuns;
    /** Contiguous stretches of each block's rows, for each group: {@code segments[block][group]}. */
    final List<List<List<Segment>>> segments;

    /**
     * Rows {@code firstRow … firstRow + rows − 1} of a block.
     *
     * @param offset of their inputs from the window's first number in the plane
     * @param scatter whether successive windows do not overlap within the segment, so that gradients can be added at once
     */
    record Segment(int firstRow, int rows, int offset, boolean scatter) implements StagedWindows.Stretch {}

    Geometry(Layer.Weighted layer, Shape input, RowPlan rows, int samples) {
        this.input = input;
        this.output = layer.output(input);
        this.rows = rows;
        this.groups = layer.groups();
        window = layer.window(input);
        paddedHeight = input.height() + 2 * window.padding().height();
        paddedWidth = input.width() + 2 * window.padding().width();
        planeOffset = new int[rows.planes().size()];
        int offset = 0;
        for (int p = 0; p < planeOffset.length; p++) {
            planeOffset[p] = offset;
            offset += samples * sampleStep(p);
        }
        stagingSize = offset;
        rowRuns = Runs.ofRows(this);
        runs = Runs.longest(this, samples);
        segments = rows.blocks().stream().map(this::segmentsOf).toList();
    }

    /** Whether each channel has weights of its own. */
    boolean depthwise() {
        return groups > 1 && groups == input.channels() && groups == output.channels() && planeOffset.length == 1;
    }

    /** Channels that a plane holds of all groups. */
    int channels(int plane) {
        return rows.planes().get(plane).channels().size() * groups;
    }

    /** Numbers of one sample in a plane. */
    int sampleStep(int plane) {
        return paddedHeight * paddedWidth * channels(plane);
    }

    /** Offset in the staging buffer of the first number of row {@code y} of a sample, inside the padding. */
    int imageRow(int plane, int sample, int y) {
        return planeOffset[plane]
                + sample * sampleStep(plane)
                + ((y + window.padding().height()) * paddedWidth
                                + window.padding().width())
                        * channels(plane);
    }

    /** Offsets of the taps from the window's first number, for a plane. */
    int[] taps(int plane) {
        int[] offsets = new int[window.kernel().area()];
        for (int t = 0; t < offsets.length; t++) {
            int y = t / window.kernel().width() * window.dilation().height();
            int x = t % window.kernel().width() * window.dilation().width();
            offsets[t] = (y * paddedWidth + x) * channels(plane);
        }
        return offsets;
    }

    private List<List<Segment>> segmentsOf(RowPlan.Block block) {
        List<List<Segment>> all = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            all.add(segmentsOf(block, group));
        }
        return List.copyOf(all);
    }

    /** Neighbouring rows whose inputs are neighbours too, split where windows would overlap in a scatter. */
    private List<Segment> segmentsOf(RowPlan.Block block, int group) {
        RowPlan.Plane plane = rows.planes().get(block.plane());
        int[] taps = taps(block.plane());
        int width = plane.channels().size();
        List<Segment> result = new ArrayList<>();
        int start = block.firstRow();
        int end = block.firstRow() + block.rows();
        while (start < end) {
            int offset = offset(plane, taps, width, group, start);
            int row = start + 1;
            while (row < end && offset(plane, taps, width, group, row) == offset + row - start) {
                row++;
            }
            boolean scatter = row - start <= runs.step(block.plane());
            result.add(new Segment(start, row - start, offset, scatter));
            start = row;
        }
        return List.copyOf(result);
    }

    private static int offset(RowPlan.Plane plane, int[] taps, int width, int group, int row) {
        int inPlane = row - plane.firstRow();
        return taps[inPlane / width] + group * width + inPlane % width;
    }
}
