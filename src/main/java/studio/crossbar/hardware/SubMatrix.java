package studio.crossbar.hardware;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.network.Network;

/**
 * A rectangle of a layer's weight matrix that has one entry in a {@link PolarityMap}.
 *
 * @param layer index among the layers with weights
 * @param line of the map; 0 where row blocks share their encodings
 * @param entry in the line; 0 where column blocks share theirs
 * @param firstRow first crossbar row
 * @param rows crossbar rows
 * @param firstOutput first weight column
 * @param outputs weight columns
 */
public record SubMatrix(int layer, int line, int entry, int firstRow, int rows, int firstOutput, int outputs) {

    /** Weights in it. */
    public long weights() {
        return (long) rows * outputs;
    }

    /**
     * All sub-matrices of {@code network} on {@code hardware}'s tiles: layer by layer, line by line, entry by entry.
     *
     * @param channelGroups planes of input channels, {@link PolarityMap#channelGroups}
     */
    public static List<SubMatrix> of(
            Network network, Hardware hardware, PolarityMap.Granularity granularity, int channelGroups) {
        List<SubMatrix> all = new ArrayList<>();
        for (Network.Placed placed : network.weighted()) {
            SubMatrixGrid grid = PolarityMap.grid(placed, hardware, granularity, channelGroups);
            SubMatrixGrid.Rows last = grid.rows().getLast();
            int rows = last.first() + last.count();
            for (int line = 0; line < granularity.lines(grid); line++) {
                boolean whole = granularity.lines(grid) == 1;
                int firstRow = whole ? 0 : grid.rows().get(line).first();
                int height = whole ? rows : grid.rows().get(line).count();
                for (int entry = 0; entry < granularity.entries(grid); entry++) {
                    boolean wide = granularity.entries(grid) == 1;
                    int firstOutput = wide ? 0 : grid.columns().get(entry).first();
                    int width = wide
                            ? placed.spec().outputs()
                            : grid.columns().get(entry).count();
                    all.add(new SubMatrix(placed.index(), line, entry, firstRow, height, firstOutput, width));
                }
            }
        }
        return all;
    }

    /**
     * The map that gives sub-matrices their encodings.
     *
     * @param encodings one a sub-matrix, in the order of {@link #of}
     * @throws IllegalArgumentException if there are more or fewer
     */
    public static PolarityMap map(
            Network network,
            Hardware hardware,
            PolarityMap.Granularity granularity,
            int channelGroups,
            List<Encoding> encodings) {
        List<SubMatrix> all = of(network, hardware, granularity, channelGroups);
        if (all.size() != encodings.size()) {
            throw new IllegalArgumentException("encodings: " + encodings.size() + ", but the network has " + all.size()
                    + " sub-matrices; give one each");
        }
        List<List<List<Encoding>>> layers = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            SubMatrix part = all.get(i);
            if (part.layer() == layers.size()) {
                layers.add(new ArrayList<>());
            }
            List<List<Encoding>> lines = layers.get(part.layer());
            if (part.line() == lines.size()) {
                lines.add(new ArrayList<>());
            }
            lines.get(part.line()).add(encodings.get(i));
        }
        return new PolarityMap(
                granularity,
                channelGroups,
                layers.stream().map(PolarityMap.LayerMap::new).toList());
    }
}
