package studio.crossbar.simulation.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import studio.crossbar.training.AnalogLayer;

/**
 * All tiles of a layer, ready to compute: per row block one matrix a conversion, of the tiles side by side.
 *
 * <p>Read noise that is Gaussian and independent a cell and read, with standard deviation σ, makes an analog sum
 * {@code Σ x w} Gaussian with variance {@code Σ σ² x²}, independent of the other sums: it is drawn once a sum, from that
 * exact variance, instead of once a cell. Where a correction column is subtracted before several ADCs, it is read anew
 * for each.
 */
public final class CrossbarArray implements AnalogLayer {

    /**
     * A row block.
     *
     * @param firstRow crossbar row of the layer
     * @param planes one a conversion
     */
    record Block(int firstRow, int rows, List<Plane> planes) {

        Block {
            planes = List.copyOf(planes);
        }
    }

    private final int outputs;
    private final int tiles;
    private final RowDrive drive;
    private final List<Block> blocks;

    private CrossbarArray(int outputs, int tiles, RowDrive drive, List<Block> blocks) {
        this.outputs = outputs;
        this.tiles = tiles;
        this.drive = drive;
        this.blocks = List.copyOf(blocks);
    }

    /**
     * @param outputs of the layer
     * @param tiles that cover the outputs of each row block once
     * @throws IllegalArgumentException if they do not
     */
    public static CrossbarArray of(int outputs, List<PlacedTile> tiles, RowDrive drive) {
        return of(outputs, tiles, drive, true);
    }

    static CrossbarArray of(int outputs, List<PlacedTile> tiles, RowDrive drive, boolean join) {
        TreeMap<Integer, List<Integer>> byBlock = new TreeMap<>();
        for (int t = 0; t < tiles.size(); t++) {
            byBlock.computeIfAbsent(tiles.get(t).block(), _ -> new ArrayList<>())
                    .add(t);
        }
        if (byBlock.isEmpty() || byBlock.firstKey() != 0 || byBlock.lastKey() != byBlock.size() - 1) {
            throw new IllegalArgumentException("tiles: row blocks " + byBlock.keySet() + " are not 0 … n without gaps");
        }
        List<Block> blocks = new ArrayList<>();
        byBlock.forEach((block, numbers) -> blocks.add(block(block, numbers, tiles, outputs, drive, join)));
        return new CrossbarArray(outputs, tiles.size(), drive, blocks);
    }

    private static Block block(
            int block, List<Integer> numbers, List<PlacedTile> tiles, int outputs, RowDrive drive, boolean join) {
        PlacedTile first = tiles.get(numbers.getFirst());
        int rows = first.cells().rows();
        boolean[] covered = new boolean[outputs];
        for (int number : numbers) {
            PlacedTile tile = tiles.get(number);
            if (tile.cells().rows() != rows || tile.firstRow() != first.firstRow()) {
                throw new IllegalArgumentException("tile " + number + ": rows from " + tile.firstRow() + ", "
                        + tile.cells().rows() + " of them, in block " + block + " of rows from " + first.firstRow()
                        + ", " + rows + " of them");
            }
            for (int o = tile.firstOutput();
                    o < tile.firstOutput() + tile.readout().outputs();
                    o++) {
                if (o < 0 || o >= outputs || covered[o]) {
                    throw new IllegalArgumentException("tile " + number + ": output " + o + " of block " + block
                            + " is outside 0 … " + (outputs - 1) + " or in two tiles");
                }
                covered[o] = true;
            }
        }
        for (int o = 0; o < outputs; o++) {
            if (!covered[o]) {
                throw new IllegalArgumentException("tiles: output " + o + " of block " + block + " is in none");
            }
        }
        return new Block(first.firstRow(), rows, planes(numbers, tiles, rows, outputs, drive, join));
    }

    /** Tiles that have a conversion of this number, shared ones apart. */
    private static List<Plane> planes(
            List<Integer> numbers, List<PlacedTile> tiles, int rows, int outputs, RowDrive drive, boolean join) {
        int most = numbers.stream()
                .mapToInt(n -> tiles.get(n).readout().conversions().size())
                .max()
                .orElseThrow();
        List<Plane> planes = new ArrayList<>();
        for (int index = 0; index < most; index++) {
            int conversion = index;
            for (boolean shared : new boolean[] {false, true}) {
                List<Integer> having = numbers.stream()
                        .filter(n -> conversion
                                        < tiles.get(n).readout().conversions().size()
                                && tiles.get(n)
                                                .readout()
                                                .conversions()
                                                .get(conversion)
                                                .shared()
                                        == shared)
                        .toList();
                if (!having.isEmpty()) {
                    planes.add(Plane.of(
                            having.stream().map(tiles::get).toList(), having, index, rows, outputs, drive, join));
                }
            }
        }
        return planes;
    }

    /** Outputs of the layer. */
    public int outputs() {
        return outputs;
    }

    int tiles() {
        return tiles;
    }

    RowDrive drive() {
        return drive;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** Whether any read is noisy. */
    boolean noisy() {
        return blocks.stream().flatMap(block -> block.planes().stream()).anyMatch(Plane::noisy);
    }

    /** Numbers of the widest plane. */
    int widest() {
        return blocks.stream()
                .flatMap(block -> block.planes().stream())
                .mapToInt(Plane::columns)
                .max()
                .orElseThrow();
    }

    /** Effective weights {@code [rows × outputs]} of the whole layer, all conversions added up, without noise. */
    public float[] weights() {
        int rows = blocks.stream().mapToInt(b -> b.firstRow() + b.rows()).max().orElseThrow();
        float[] all = new float[rows * outputs];
        for (Block block : blocks) {
            for (Plane plane : block.planes()) {
                for (Span span : plane.spans()) {
                    for (int r = 0; r < block.rows(); r++) {
                        int from = r * plane.columns() + span.column();
                        int to = (block.firstRow() + r) * outputs + span.firstOutput();
                        IntStream.range(0, span.outputs())
                                .forEach(o -> all[to + o] += plane.weights()[from + (span.shared() ? 0 : o)]);
                    }
                }
            }
        }
        return all;
    }

    @Override
    public Lane lane() {
        return new ArrayLane(this, null);
    }
}
