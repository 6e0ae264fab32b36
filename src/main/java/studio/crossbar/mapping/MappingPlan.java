package studio.crossbar.mapping;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

/**
 * Which tiles a network needs; known before any training.
 *
 * @param tile the crossbar that every tile occupies, whole or in part
 * @param layers one entry a layer with weights
 */
public record MappingPlan(TileShape tile, List<LayerPlan> layers) {

    public MappingPlan {
        layers = List.copyOf(layers);
    }

    /** Plan of {@code network} on {@code hardware}. */
    public static MappingPlan of(Network network, Hardware hardware) {
        List<Shape> shapes = network.shapes();
        List<LayerPlan> layers = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            if (network.layers().get(i) instanceof Layer.Weighted weighted) {
                layers.add(LayerPlan.of(layers.size(), weighted, shapes.get(i), hardware));
            }
        }
        return new MappingPlan(hardware.tile(), layers);
    }

    /** Tiles of all layers, in order. */
    public List<TileSlot> tiles() {
        return layers.stream().flatMap(layer -> layer.tiles().stream()).toList();
    }

    /** Cells used. */
    public long devices() {
        return layers.stream().mapToLong(LayerPlan::devices).sum();
    }

    /** Cells used over cells in all tiles, 0 … 1. */
    public double utilisation() {
        return (double) devices() / ((double) tiles().size() * tile.rows() * tile.columns());
    }
}
