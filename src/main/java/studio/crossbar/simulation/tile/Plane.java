package studio.crossbar.simulation.tile;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.tensor.Quantizer;

/**
 * The same conversion of all tiles of a row block, side by side: one product for all of them.
 *
 * <p>Digits, signs and digital gains are in the matrix and the full scales, so that codes add up as they are.
 *
 * @param columns width of the matrix: the layer's outputs, or one a tile for shared conversions
 * @param weights {@code [rows of the block × columns]}
 * @param variance of each weight from read to read, of the same shape; empty without read noise
 * @param spans columns by converter
 */
@SuppressWarnings("ArrayRecordComponent") // Tables; nothing compares them.
record Plane(int columns, float[] weights, float[] variance, List<Span> spans) {

    Plane {
        spans = List.copyOf(spans);
    }

    boolean noisy() {
        return variance.length > 0;
    }

    /** Whether its columns are those of a correction, each for all outputs of a tile. */
    boolean shared() {
        return spans.getFirst().shared();
    }

    /**
     * Conversion {@code index} of the tiles of a block.
     *
     * @param tiles that have as many conversions and agree in whether this one is shared
     * @param numbers their indices
     * @param join whether neighbours that convert alike count as one; not where ranges are to be recorded a tile
     */
    static Plane of(
            List<PlacedTile> tiles,
            List<Integer> numbers,
            int index,
            int rows,
            int outputs,
            RowDrive drive,
            boolean join) {
        boolean shared = tiles.getFirst().readout().conversions().get(index).shared();
        boolean noisy = tiles.stream().anyMatch(tile -> tile.cells().noisy());
        int columns = shared ? tiles.size() : outputs;
        float[] weights = new float[rows * columns];
        float[] variance = new float[noisy ? rows * columns : 0];
        List<Span> spans = new ArrayList<>();
        for (int t = 0; t < tiles.size(); t++) {
            PlacedTile tile = tiles.get(t);
            Conversion conversion = tile.readout().conversions().get(index);
            int column = shared ? t : tile.firstOutput();
            int width = shared ? 1 : tile.readout().outputs();
            for (int r = 0; r < rows; r++) {
                int at = r * columns + column;
                for (int o = 0; o < width; o++) {
                    weights[at + o] = tile.weight(index, r, o);
                    if (tile.cells().noisy()) {
                        variance[at + o] = tile.variance(index, r, o);
                    }
                }
            }
            spans.add(span(tile, numbers.get(t), conversion, column, width, shared, drive));
        }
        return new Plane(columns, weights, variance, join ? joined(spans) : spans);
    }

    private static Span span(
            PlacedTile tile, int number, Conversion conversion, int column, int width, boolean shared, RowDrive drive) {
        List<Quantizer> adcs = new ArrayList<>();
        for (int cycle = 0; cycle < drive.cycles(); cycle++) {
            Quantizer adc = tile.converter(conversion, drive.weight(cycle));
            if (adc != null) {
                adcs.add(adc);
            }
        }
        return new Span(
                number,
                column,
                width,
                tile.firstOutput(),
                tile.readout().outputs(),
                shared,
                (float) (Math.abs(conversion.digit()) * tile.gain()),
                adcs,
                tile.converting(),
                (float) tile.columnSigma());
    }

    private static List<Span> joined(List<Span> spans) {
        List<Span> result = new ArrayList<>();
        for (Span span : spans) {
            Span both = result.isEmpty() ? null : result.getLast().joined(span);
            if (both == null) {
                result.add(span);
            } else {
                result.set(result.size() - 1, both);
            }
        }
        return result;
    }
}
