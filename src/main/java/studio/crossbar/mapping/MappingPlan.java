package studio.crossbar.mapping;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Network;

/**
 * Which tiles a network needs; known before any training.
 *
 * @param tile largest crossbar; a tile is built as large as its part of the matrix needs
 * @param layers one entry a layer with weights
 */
public record MappingPlan(TileShape tile, List<LayerPlan> layers) {

    public MappingPlan {
        layers = List.copyOf(layers);
    }

    /** Plan of {@code network} on {@code hardware}. */
    public static MappingPlan of(Network network, Hardware hardware) {
        return new MappingPlan(
                hardware.tile(),
                network.weighted(hardware.inputs() != InputCoding.SIGNED).stream()
                        .map(placed -> LayerPlan.of(placed, hardware))
                        .toList());
    }

    /** Tiles of all layers, in order. */
    public List<TileSlot> tiles() {
        return layers.stream().flatMap(layer -> layer.tiles().stream()).toList();
    }

    /**
     * The cells that hold the weight from crossbar row {@code row} of a layer to {@code output}: for each slice,
     * least significant first, one, or G+ and G−.
     *
     * @throws IndexOutOfBoundsException if there is no such weight
     */
    public List<DevicePlace> devicesOf(int layer, int row, int output) {
        layers.get(layer).weight(row, output);
        List<TileSlot> slots = tiles();
        for (int t = 0; t < slots.size(); t++) {
            TileSlot slot = slots.get(t);
            if (slot.layer() == layer && slot.holds(row, output)) {
                int first = slot.column(output - slot.firstOutput(), 0);
                int tile = t;
                return IntStream.range(first, first + slot.columnsAnOutput())
                        .mapToObj(column -> new DevicePlace(
                                tile, row - slot.firstRow(), column, slot.sign(column), slot.slice(column)))
                        .toList();
            }
        }
        throw new IllegalStateException("no tile holds row " + row + ", output " + output + " of layer " + layer);
    }

    /**
     * The weight that a cell holds, alone, as half of a pair or as a slice.
     *
     * @param tile index in {@link #tiles()}
     * @throws IndexOutOfBoundsException if there is no such cell
     * @throws IllegalArgumentException if it is a cell of a correction column, which holds none
     */
    public WeightPlace weightAt(int tile, int row, int column) {
        TileSlot slot = tiles().get(tile);
        Objects.checkIndex(row, slot.rows());
        Objects.checkIndex(column, slot.deviceColumns());
        int output = slot.firstOutput() + slot.output(column);
        return layers.get(slot.layer()).weight(slot.firstRow() + row, output);
    }

    /** Devices that hold weights. */
    public long weightDevices() {
        return layers.stream().mapToLong(LayerPlan::weightDevices).sum();
    }

    /** Devices on the bitlines of all tiles, those of correction columns included; references stand beside them. */
    public long devices() {
        return layers.stream().mapToLong(LayerPlan::devices).sum();
    }

    /** Cells used over cells in all tiles, 0 … 1. */
    public double utilisation() {
        return (double) devices() / ((double) tiles().size() * tile.rows() * tile.columns());
    }
}
