package studio.crossbar.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.crossbar.design.Design;
import studio.crossbar.training.TrainedLayer;
import studio.crossbar.training.TrainedNetwork;

/**
 * A trained network on its tiles.
 *
 * @param trained what was mapped
 * @param plan geometry
 * @param tiles in the order of {@link MappingPlan#tiles()}
 */
public record MappedNetwork(TrainedNetwork trained, MappingPlan plan, List<Tile> tiles) {

    public MappedNetwork {
        tiles = List.copyOf(tiles);
    }

    /** Programs the quantised weights of {@code trained}. */
    public static MappedNetwork of(TrainedNetwork trained) {
        Design design = trained.design();
        MappingPlan plan = MappingPlan.of(design.network(), design.hardware());
        List<Tile> tiles = new ArrayList<>();
        for (LayerPlan layer : plan.layers()) {
            TrainedLayer weights = trained.layers().get(layer.layer());
            short[] levels = weights.levels(design.hardware().cell());
            for (TileSlot slot : layer.tiles()) {
                tiles.add(Tile.program(slot, design.hardware().cell(), levels, weights.outputs()));
            }
        }
        return new MappedNetwork(trained, plan, tiles);
    }

    /** Tiles of one layer. */
    public List<Tile> tilesOf(int layer) {
        return tiles.stream().filter(tile -> tile.slot().layer() == layer).toList();
    }

    /**
     * Conductances of a layer's cells in µS, {@code [rows × columns]}: each row block's tiles side by side, as
     * {@link TileSlot} orders their bitlines. Where blocks differ in their bitlines, shorter rows end in NaN.
     */
    public float[] conductancesMicroSiemens(int layer) {
        LayerPlan layerPlan = plan.layers().get(layer);
        int columns = layerPlan.deviceColumns();
        float[] conductances = new float[layerPlan.rows().rows() * columns];
        Arrays.fill(conductances, Float.NaN);
        int block = -1;
        int first = 0;
        for (Tile tile : tilesOf(layer)) {
            TileSlot slot = tile.slot();
            first = slot.block() == block ? first : 0;
            block = slot.block();
            for (int r = 0; r < slot.rows(); r++) {
                int at = (slot.firstRow() + r) * columns + first;
                for (int c = 0; c < slot.deviceColumns(); c++) {
                    conductances[at + c] = (float) tile.conductanceMicroSiemens(r, c);
                }
            }
            first += slot.deviceColumns();
        }
        return conductances;
    }

    /**
     * Levels {@code [rows × outputs]} of one slice of a layer's weights as its tiles hold them, as
     * {@link Tile#digitLevel} gives them.
     *
     * @param slice from 0 for the least significant
     */
    public short[] readBack(int layer, int slice) {
        return levels(layer, (tile, row, output) -> tile.digitLevel(row, output, slice));
    }

    /** Weight levels {@code [rows × outputs]} of a layer as its tiles hold them. */
    public short[] readBack(int layer) {
        return levels(layer, Tile::level);
    }

    private interface Reader {

        int level(Tile tile, int row, int output);
    }

    private short[] levels(int layer, Reader reader) {
        LayerPlan layerPlan = plan.layers().get(layer);
        int outputs = layerPlan.spec().outputs();
        short[] levels = new short[layerPlan.rows().rows() * outputs];
        for (Tile tile : tilesOf(layer)) {
            TileSlot slot = tile.slot();
            for (int r = 0; r < slot.rows(); r++) {
                for (int o = 0; o < slot.outputs(); o++) {
                    levels[(slot.firstRow() + r) * outputs + slot.firstOutput() + o] = (short) reader.level(tile, r, o);
                }
            }
        }
        return levels;
    }
}
