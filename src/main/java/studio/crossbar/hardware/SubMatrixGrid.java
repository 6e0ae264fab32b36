package studio.crossbar.hardware;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;

/**
 * Division of a layer's weight matrix into sub-matrices: row blocks, one below the other, times column blocks, side by
 * side. It depends on the tile alone, not on the encodings, so that one {@link PolarityMap} fits whatever it assigns.
 *
 * <p>A row block is at most a tile's wordlines high. Where encodings may change between columns, a column block holds
 * {@code 2 · ⌊T_c / (2 · slices)⌋} outputs, or the rest of them: one tile of single cells, or two of pairs. Otherwise there
 * is one column block. Each group of a grouped convolution starts a column block.
 *
 * @param taps kernel taps; for a dense layer the positions of its input
 * @param planes in row order
 * @param rows row blocks in row order
 * @param columns column blocks from left to right; one of all outputs unless encodings may change between columns
 */
public record SubMatrixGrid(int taps, List<RowPlan.Plane> planes, List<Rows> rows, List<Columns> columns) {

    /**
     * A row block.
     *
     * @param plane index of its plane
     * @param first row
     * @param count rows
     */
    public record Rows(int plane, int first, int count) {}

    /**
     * A column block.
     *
     * @param first output
     * @param count outputs
     */
    public record Columns(int first, int count) {}

    public SubMatrixGrid {
        planes = List.copyOf(planes);
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /**
     * Grid of one layer.
     *
     * @param channelGroups planes, at least 1, {@link PolarityAssignment#channelGroups}
     * @param byColumns whether encodings may change between columns
     */
    public static SubMatrixGrid of(
            Layer.Weighted layer, Shape input, int channelGroups, boolean byColumns, TileShape tile, int slices) {
        int inputs = input.channels() / layer.groups();
        int taps = layer.rows(input) / inputs;
        List<RowPlan.Plane> planes = new ArrayList<>();
        List<Rows> rows = new ArrayList<>();
        int row = 0;
        for (int plane = 0; plane < Math.min(channelGroups, inputs); plane++) {
            List<Integer> channels = new ArrayList<>();
            for (int c = plane; c < inputs; c += channelGroups) {
                channels.add(c);
            }
            int count = taps * channels.size();
            planes.add(new RowPlan.Plane(channels, row, count));
            for (int first = 0; first < count; first += tile.rows()) {
                rows.add(new Rows(plane, row + first, Math.min(tile.rows(), count - first)));
            }
            row += count;
        }
        return new SubMatrixGrid(taps, planes, rows, columns(layer, byColumns, tile, slices));
    }

    private static List<Columns> columns(Layer.Weighted layer, boolean byColumns, TileShape tile, int slices) {
        if (!byColumns) {
            return List.of(new Columns(0, layer.outputs()));
        }
        int perGroup = layer.outputs() / layer.groups();
        int width = 2 * (tile.columns() / (2 * slices));
        List<Columns> columns = new ArrayList<>();
        for (int group = 0; group < layer.groups(); group++) {
            for (int first = 0; first < perGroup; first += width) {
                columns.add(new Columns(group * perGroup + first, Math.min(width, perGroup - first)));
            }
        }
        return columns;
    }
}
