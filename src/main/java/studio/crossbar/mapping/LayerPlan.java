package studio.crossbar.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;

/**
 * One layer's grid of tiles.
 *
 * @param layer index among the layers with weights
 * @param name such as "2 conv1d 64"
 * @param spec the layer
 * @param input shape that enters
 * @param output shape that leaves
 * @param rows row order and row blocks
 * @param tiles row block by row block, left to right
 * @param digital layers without weights that follow, up to the next one with weights
 */
public record LayerPlan(
        int layer,
        String name,
        Layer.Weighted spec,
        Shape input,
        Shape output,
        RowPlan rows,
        List<TileSlot> tiles,
        List<Layer> digital) {

    public LayerPlan {
        tiles = List.copyOf(tiles);
        digital = List.copyOf(digital);
    }

    static LayerPlan of(int layer, Layer.Weighted spec, Shape input, Hardware hardware, List<Layer> digital) {
        RowPlan rows = RowPlan.of(spec, input, hardware.polarity(), hardware.tile());
        List<TileSlot> tiles = new ArrayList<>();
        for (int b = 0; b < rows.blocks().size(); b++) {
            RowPlan.Block block = rows.blocks().get(b);
            int perTile = hardware.tile().columns() / block.encoding().devicesPerWeight();
            for (int first = 0; first < spec.outputs(); first += perTile) {
                tiles.add(new TileSlot(
                        layer,
                        b,
                        block.encoding(),
                        block.firstRow(),
                        block.rows(),
                        first,
                        Math.min(perTile, spec.outputs() - first)));
            }
        }
        String kind = spec instanceof Layer.Dense ? "dense " : "conv1d ";
        return new LayerPlan(
                layer,
                (layer + 1) + " " + kind + spec.outputs(),
                spec,
                input,
                spec.output(input),
                rows,
                tiles,
                digital);
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
        return new WeightPlace(
                layer, row, output, inPlane / channels, plane.channels().get(inPlane % channels));
    }

    /** Input vectors a sample: windows of a convolution, 1 for a dense layer. */
    public int vectors() {
        return output.length();
    }

    /** Cells used. */
    public long devices() {
        return tiles.stream().mapToLong(TileSlot::devices).sum();
    }
}
