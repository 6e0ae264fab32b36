package studio.crossbar.hardware;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;

/**
 * Order of a layer's crossbar rows and their division into row blocks.
 *
 * <p>Rows are ordered plane by plane (a plane holds the input channels of one encoding), within a plane tap by tap,
 * within a tap channel by channel. Each plane starts a new row block, since a block has one encoding.
 *
 * @param taps kernel taps; for a dense layer the positions of its input
 * @param planes in row order
 * @param blocks in row order
 */
public record RowPlan(int taps, List<Plane> planes, List<Block> blocks) {

    /**
     * Rows of one encoding.
     *
     * @param channels input channels in row order, counted within a group
     * @param firstRow row of tap 0 and the first channel
     * @param rows {@code taps · channels}
     */
    public record Plane(Encoding encoding, List<Integer> channels, int firstRow, int rows) {

        public Plane {
            channels = List.copyOf(channels);
        }
    }

    /**
     * Rows that share one analog sum and one conversion a column.
     *
     * @param plane index of the plane
     */
    public record Block(int plane, Encoding encoding, int firstRow, int rows) {}

    public RowPlan {
        planes = List.copyOf(planes);
        blocks = List.copyOf(blocks);
    }

    /** Plan for {@code layer} on {@code input}; for one of its groups, if it has several. */
    public static RowPlan of(Layer.Weighted layer, Shape input, Polarity polarity, TileShape tile) {
        int inputs = input.channels() / layer.groups();
        int taps = layer.rows(input) / inputs;
        int turns = polarity.encodings().size();
        List<Plane> planes = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        int row = 0;
        for (int turn = 0; turn < Math.min(turns, inputs); turn++) {
            List<Integer> channels = new ArrayList<>();
            for (int c = turn; c < inputs; c += turns) {
                channels.add(c);
            }
            Encoding encoding = polarity.encodings().get(turn);
            int rows = taps * channels.size();
            planes.add(new Plane(encoding, channels, row, rows));
            for (int first = 0; first < rows; first += tile.rows()) {
                blocks.add(new Block(turn, encoding, row + first, Math.min(tile.rows(), rows - first)));
            }
            row += rows;
        }
        return new RowPlan(taps, planes, blocks);
    }

    /** Crossbar rows of the layer. */
    public int rows() {
        return planes.getLast().firstRow() + planes.getLast().rows();
    }
}
