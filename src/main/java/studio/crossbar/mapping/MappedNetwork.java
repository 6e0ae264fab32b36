package studio.crossbar.mapping;

import java.util.ArrayList;
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
     * Conductances of a layer's cells in µS, {@code [rows × outputs · devicesPerWeight]}: the layer's tiles side by side,
     * as {@link Tile} orders its bitlines.
     */
    public float[] conductancesMicroSiemens(int layer) {
        LayerPlan layerPlan = plan.layers().get(layer);
        List<Tile> layerTiles = tilesOf(layer);
        int each = layerTiles.getFirst().slot().encoding().devicesPerWeight();
        int columns = layerPlan.spec().outputs() * each;
        float[] conductances = new float[layerPlan.rows().rows() * columns];
        for (Tile tile : layerTiles) {
            TileSlot slot = tile.slot();
            for (int r = 0; r < slot.rows(); r++) {
                int at = (slot.firstRow() + r) * columns + slot.firstOutput() * each;
                for (int c = 0; c < slot.deviceColumns(); c++) {
                    conductances[at + c] = (float) tile.conductanceMicroSiemens(r, c);
                }
            }
        }
        return conductances;
    }

    /** Weight levels {@code [rows × outputs]} of a layer as its tiles hold them. */
    public short[] readBack(int layer) {
        LayerPlan layerPlan = plan.layers().get(layer);
        int outputs = layerPlan.spec().outputs();
        short[] levels = new short[layerPlan.rows().rows() * outputs];
        for (Tile tile : tilesOf(layer)) {
            TileSlot slot = tile.slot();
            for (int r = 0; r < slot.rows(); r++) {
                for (int o = 0; o < slot.outputs(); o++) {
                    levels[(slot.firstRow() + r) * outputs + slot.firstOutput() + o] = (short) tile.level(r, o);
                }
            }
        }
        return levels;
    }
}
