package studio.crossbar.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

/**
 * One layer's grid of tiles. Each group of a grouped convolution has crossbars of its own.
 *
 * @param layer index among the layers with weights
 * @param name such as "2 conv1d 64"
 * @param spec the layer
 * @param input shape that enters
 * @param signedInput whether what enters may be negative
 * @param output shape that leaves
 * @param rows row order and row blocks
 * @param tiles row block by row block, left to right
 * @param digital layers without weights that are computed behind it
 * @param result shape that is left behind them
 * @param kept what branches keep while it works
 */
public record LayerPlan(
        int layer,
        String name,
        Layer.Weighted spec,
        Shape input,
        boolean signedInput,
        Shape output,
        RowPlan rows,
        List<TileSlot> tiles,
        List<Network.Digital> digital,
        Shape result,
        Network.Kept kept) {

    public LayerPlan {
        tiles = List.copyOf(tiles);
        digital = List.copyOf(digital);
    }

    static LayerPlan of(Network.Placed placed, Hardware hardware) {
        Layer.Weighted spec = placed.spec();
        RowPlan rows = RowPlan.of(placed, hardware);
        List<TileSlot> tiles = new ArrayList<>();
        for (int b = 0; b < rows.blocks().size(); b++) {
            RowPlan.Block block = rows.blocks().get(b);
            for (RowPlan.TileColumns columns : block.tiles()) {
                tiles.add(new TileSlot(
                        placed.index(),
                        b,
                        columns.encoding(),
                        block.firstRow(),
                        block.rows(),
                        columns.firstOutput(),
                        columns.outputs(),
                        rows.slices()));
            }
        }
        return new LayerPlan(
                placed.index(),
                placed.name(),
                spec,
                placed.input(),
                !placed.unsignedInput(),
                placed.output(),
                rows,
                tiles,
                placed.digital(),
                placed.result(),
                placed.kept());
    }

    /**
     * The weight from crossbar row {@code row} to {@code output}.
     *
     * @throws IndexOutOfBoundsException if the layer has no such weight
     */
    public WeightPlace weight(int row, int output) {
        Objects.checkIndex(row, rows.rows());
        Objects.checkIndex(output, spec.outputs());
        RowPlan.Plane plane = rows.planes().stream()
                .filter(p -> row < p.firstRow() + p.rows())
                .findFirst()
                .orElseThrow();
        int inPlane = row - plane.firstRow();
        int channels = plane.channels().size();
        int group = output / (spec.outputs() / spec.groups());
        int firstChannel = group * (input.channels() / spec.groups());
        return new WeightPlace(
                layer,
                row,
                output,
                inPlane / channels,
                firstChannel + plane.channels().get(inPlane % channels));
    }

    /** Input vectors a sample: windows of a convolution, 1 for a dense layer. */
    public int vectors() {
        return output.length();
    }

    /** Reads of its crossbars a sample: input vectors, each in as many cycles as the row drivers take. */
    public long reads(Converters converters) {
        return (long) vectors() * converters.inputCycles(signedInput);
    }

    /** Bitlines of the widest row block. */
    public int deviceColumns() {
        return IntStream.range(0, rows.blocks().size())
                .map(block -> tiles.stream()
                        .filter(slot -> slot.block() == block)
                        .mapToInt(TileSlot::deviceColumns)
                        .sum())
                .max()
                .orElseThrow();
    }

    /** Devices that hold weights. */
    public long weightDevices() {
        return tiles.stream().mapToLong(TileSlot::weightDevices).sum();
    }

    /** Devices on the bitlines of its tiles, those of correction columns included; references stand beside them. */
    public long devices() {
        return tiles.stream().mapToLong(TileSlot::devices).sum();
    }
}
