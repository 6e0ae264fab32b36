package studio.crossbar.hardware;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

/**
 * Order of a layer's crossbar rows, their division into row blocks, and the tiles of each.
 *
 * <p>Rows are ordered plane by plane (a plane holds every {@code channelGroups}-th input channel), within a plane tap by
 * tap, within a tap channel by channel. Each plane starts a new row block.
 *
 * @param taps kernel taps; for a dense layer the positions of its input
 * @param slices cells, or pairs of them, that hold the digits of one weight
 * @param planes in row order
 * @param blocks in row order
 * @param regions parts of the weight matrix that have one encoding each; together they cover it once
 */
public record RowPlan(int taps, int slices, List<Plane> planes, List<Block> blocks, List<Region> regions) {

    /**
     * Rows of some input channels.
     *
     * @param channels input channels in row order, counted within a group
     * @param firstRow row of tap 0 and the first channel
     * @param rows {@code taps · channels}
     */
    public record Plane(List<Integer> channels, int firstRow, int rows) {

        public Plane {
            channels = List.copyOf(channels);
        }
    }

    /**
     * Rows that share one analog sum and one conversion a column.
     *
     * @param plane index of the plane
     * @param tiles from left to right; together they hold all outputs of the layer
     */
    public record Block(int plane, int firstRow, int rows, List<TileColumns> tiles) {

        public Block {
            tiles = List.copyOf(tiles);
        }

        /** Encoding of the weights of {@code output}. */
        public Encoding encoding(int output) {
            for (TileColumns tile : tiles) {
                if (output < tile.firstOutput() + tile.outputs()) {
                    return tile.encoding();
                }
            }
            throw new IndexOutOfBoundsException("output: " + output);
        }

        /** Encodings of its tiles, each once. */
        public List<Encoding> encodings() {
            return tiles.stream().map(TileColumns::encoding).distinct().toList();
        }
    }

    /**
     * Weight columns of one tile.
     *
     * @param encoding of all its weights
     */
    public record TileColumns(Encoding encoding, int firstOutput, int outputs) {}

    /** A rectangle of the weight matrix with one encoding. */
    public record Region(Encoding encoding, int firstRow, int rows, int firstOutput, int outputs) {

        /** Whether its weights lie one after the other in a matrix of {@code layerOutputs} columns. */
        public boolean contiguous(int layerOutputs) {
            return outputs == layerOutputs;
        }

        private boolean continues(Region above) {
            return encoding == above.encoding
                    && firstRow == above.firstRow + above.rows
                    && firstOutput == above.firstOutput
                    && outputs == above.outputs;
        }
    }

    public RowPlan {
        planes = List.copyOf(planes);
        blocks = List.copyOf(blocks);
        regions = List.copyOf(regions);
    }

    /** Plan for a layer of a network on {@code hardware}; for one of its groups of inputs, if it has several. */
    public static RowPlan of(Network.Placed placed, Hardware hardware) {
        return of(
                placed.spec(), placed.input(), hardware.polarity(), hardware.tile(), hardware.slices(), placed.index());
    }

    /** Plan for {@code layer} on {@code input} as the first layer of a network, with one slice a weight. */
    public static RowPlan of(Layer.Weighted layer, Shape input, PolarityAssignment polarity, TileShape tile) {
        return of(layer, input, polarity, tile, 1, 0);
    }

    /**
     * Plan for {@code layer} on {@code input}.
     *
     * @param index of the layer among those with weights
     * @throws IllegalArgumentException if {@code polarity} has no encoding for a sub-matrix
     */
    public static RowPlan of(
            Layer.Weighted layer, Shape input, PolarityAssignment polarity, TileShape tile, int slices, int index) {
        SubMatrixGrid grid =
                SubMatrixGrid.of(layer, input, polarity.channelGroups(), polarity.byColumns(), tile, slices);
        int perGroup = layer.outputs() / layer.groups();
        List<Block> blocks = new ArrayList<>();
        List<Region> regions = new ArrayList<>();
        for (int r = 0; r < grid.rows().size(); r++) {
            SubMatrixGrid.Rows rows = grid.rows().get(r);
            List<TileColumns> tiles = new ArrayList<>();
            for (int c = 0; c < grid.columns().size(); c++) {
                SubMatrixGrid.Columns columns = grid.columns().get(c);
                Encoding encoding = polarity.encoding(index, rows.plane(), r, c);
                addTiles(encoding, columns, perGroup, encoding.outputs(tile.columns(), slices), tiles);
            }
            Block block = new Block(rows.plane(), rows.first(), rows.count(), tiles);
            blocks.add(block);
            addRegions(block, regions);
        }
        return new RowPlan(grid.taps(), slices, grid.planes(), blocks, regions);
    }

    /** Tiles of one column block; each group has tiles of its own. */
    private static void addTiles(
            Encoding encoding, SubMatrixGrid.Columns columns, int perGroup, int perTile, List<TileColumns> tiles) {
        int end = columns.first() + columns.count();
        for (int first = columns.first(); first < end; ) {
            int groupEnd = (first / perGroup + 1) * perGroup;
            int count = Math.min(perTile, Math.min(end, groupEnd) - first);
            tiles.add(new TileColumns(encoding, first, count));
            first += count;
        }
    }

    private static void addRegions(Block block, List<Region> regions) {
        List<Region> found = new ArrayList<>();
        for (TileColumns tile : block.tiles()) {
            Region last = found.isEmpty() ? null : found.getLast();
            if (last != null && last.encoding() == tile.encoding()) {
                found.set(
                        found.size() - 1,
                        new Region(
                                last.encoding(),
                                last.firstRow(),
                                last.rows(),
                                last.firstOutput(),
                                last.outputs() + tile.outputs()));
            } else {
                found.add(new Region(
                        tile.encoding(), block.firstRow(), block.rows(), tile.firstOutput(), tile.outputs()));
            }
        }
        // Blocks of one plane that agree are one region, so that long runs of weights are handled at once.
        if (found.size() == 1 && !regions.isEmpty() && found.getFirst().continues(regions.getLast())) {
            Region above = regions.getLast();
            regions.set(
                    regions.size() - 1,
                    new Region(
                            above.encoding(),
                            above.firstRow(),
                            above.rows() + block.rows(),
                            above.firstOutput(),
                            above.outputs()));
        } else {
            regions.addAll(found);
        }
    }

    /** Encoding of the weight from crossbar row {@code row} to {@code output}. */
    public Encoding encoding(int row, int output) {
        for (Block block : blocks) {
            if (row < block.firstRow() + block.rows()) {
                return block.encoding(output);
            }
        }
        throw new IndexOutOfBoundsException("row: " + row);
    }

    /** Crossbar row of each tap and channel, {@code [taps × channels]}, channels counted within a group. */
    public int[] rowsByTapAndChannel() {
        int channels = rows() / taps;
        int[] rows = new int[rows()];
        for (Plane plane : planes) {
            int count = plane.channels().size();
            for (int i = 0; i < plane.rows(); i++) {
                rows[i / count * channels + plane.channels().get(i % count)] = plane.firstRow() + i;
            }
        }
        return rows;
    }

    /** Crossbar rows of the layer. */
    public int rows() {
        return planes.getLast().firstRow() + planes.getLast().rows();
    }
}
