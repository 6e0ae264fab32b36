package studio.crossbar.training;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;

/**
 * Where a crossbar layer's inputs lie in its staging buffer.
 *
 * <p>The buffer holds one padded, channels-last signal {@code [samples, paddedLength, channels]} a plane. The padded
 * length is a multiple of the stride, so that the windows of all samples are rows of one regular matrix with overlapping
 * rows: row {@code s · pitch + p} is window {@code p} of sample {@code s}; windows {@code outputs.length … pitch − 1}
 * reach into the next sample and are not used.
 */
final class Geometry {

    final Shape input;
    final Shape output;
    final RowPlan rows;
    final int stride;
    final int padding;
    final int paddedLength;
    /** Rows from one sample's first window to the next one's. */
    final int pitch;
    /** Offset of each plane in the staging buffer. */
    final int[] planeOffset;
    /** Numbers of the staging buffer for the greatest number of samples. */
    final int stagingSize;
    /** Stretches of one block's rows that can be scattered back at once. */
    final List<Segment> segments;

    /** Rows {@code firstRow … firstRow + rows − 1} of a block, no more than one window step wide. */
    record Segment(int block, int firstRow, int rows) {}

    Geometry(Layer.Weighted layer, Shape input, RowPlan rows, int samples) {
        this.input = input;
        this.output = layer.output(input);
        this.rows = rows;
        if (layer instanceof Layer.Conv1d convolution) {
            stride = convolution.stride();
            padding = convolution.padding();
        } else {
            stride = input.length();
            padding = 0;
        }
        int reach = (output.length() - 1) * stride + rows.taps();
        int needed = Math.max(reach, padding + input.length());
        pitch = Math.ceilDiv(needed, stride);
        paddedLength = pitch * stride;
        planeOffset = new int[rows.planes().size()];
        int offset = 0;
        for (int p = 0; p < planeOffset.length; p++) {
            int channels = rows.planes().get(p).channels().size();
            planeOffset[p] = offset;
            offset += (samples * paddedLength + rows.taps()) * channels;
        }
        stagingSize = offset;
        segments = segments();
    }

    int channels(int plane) {
        return rows.planes().get(plane).channels().size();
    }

    /** Distance between the windows of a plane. */
    int windowStep(int plane) {
        return stride * channels(plane);
    }

    /** Offset in the staging buffer of the input of {@code row} in the first window. */
    int inputOffset(int plane, int row) {
        return planeOffset[plane] + row - rows.planes().get(plane).firstRow();
    }

    private List<Segment> segments() {
        List<Segment> result = new ArrayList<>();
        for (int b = 0; b < rows.blocks().size(); b++) {
            RowPlan.Block block = rows.blocks().get(b);
            int widest = windowStep(block.plane());
            for (int first = 0; first < block.rows(); first += widest) {
                result.add(new Segment(b, block.firstRow() + first, Math.min(widest, block.rows() - first)));
            }
        }
        return List.copyOf(result);
    }
}
