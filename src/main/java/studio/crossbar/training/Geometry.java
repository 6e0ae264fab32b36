package studio.crossbar.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;
import studio.crossbar.network.Window;
import studio.crossbar.tensor.MatrixProduct;

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

    /** Rows of a dense layer that are done together. */
    private static final int DENSE_ROWS = 2 * MatrixProduct.DEPTH;

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
    /** The row blocks. */
    final List<Band> blocks;
    /** All rows where nothing is converted, not divided but where their inputs are no neighbours. */
    final List<Band> bands;

    /**
     * Rows {@code firstRow … firstRow + rows − 1} of a block.
     *
     * @param offset of their inputs from the window's first number in the plane
     */
    record Segment(int firstRow, int rows, int offset) implements StagedWindows.Stretch {}

    /**
     * Rows of one plane whose sums are formed together.
     *
     * @param segments contiguous stretches of the rows, for each group
     */
    record Band(int plane, int firstRow, int rows, List<List<Segment>> segments) {}

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
        blocks = rows.blocks().stream()
                .map(block -> band(block.plane(), block.firstRow(), block.rows()))
                .toList();
        bands = IntStream.range(0, planeOffset.length)
                .mapToObj(this::bands)
                .flatMap(List::stream)
                .toList();
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

    /**
     * Stretches of a plane's rows, each a band; short ones together, and a dense layer's divided, so that a band's weights and
     * their gradient are near.
     */
    private List<Band> bands(int plane) {
        RowPlan.Plane all = rows.planes().get(plane);
        if (output.length() == 1) {
            return IntStream.iterate(0, first -> first < all.rows(), first -> first + DENSE_ROWS)
                    .mapToObj(first -> band(plane, all.firstRow() + first, Math.min(DENSE_ROWS, all.rows() - first)))
                    .toList();
        }
        List<Band> result = new ArrayList<>();
        int first = all.firstRow();
        int count = 0;
        for (Segment segment : segments(plane, all.firstRow(), all.rows(), 0)) {
            if (count > 0 && count + segment.rows() > MatrixProduct.DEPTH) {
                result.add(band(plane, first, count));
                first += count;
                count = 0;
            }
            count += segment.rows();
        }
        result.add(band(plane, first, count));
        return result;
    }

    private Band band(int plane, int firstRow, int count) {
        return new Band(
                plane,
                firstRow,
                count,
                IntStream.range(0, groups)
                        .mapToObj(group -> segments(plane, firstRow, count, group))
                        .toList());
    }

    /** Neighbouring rows whose inputs are neighbours too. */
    private List<Segment> segments(int planeIndex, int firstRow, int count, int group) {
        RowPlan.Plane plane = rows.planes().get(planeIndex);
        int[] taps = taps(planeIndex);
        int width = plane.channels().size();
        List<Segment> result = new ArrayList<>();
        int start = firstRow;
        int end = firstRow + count;
        while (start < end) {
            int offset = offset(plane, taps, width, group, start);
            int row = start + 1;
            while (row < end && offset(plane, taps, width, group, row) == offset + row - start) {
                row++;
            }
            result.add(new Segment(start, row - start, offset));
            start = row;
        }
        return List.copyOf(result);
    }

    private static int offset(RowPlan.Plane plane, int[] taps, int width, int group, int row) {
        int inPlane = row - plane.firstRow();
        return taps[inPlane / width] + group * width + inPlane % width;
    }
}
