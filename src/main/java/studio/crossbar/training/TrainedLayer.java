package studio.crossbar.training;

import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.hardware.Slices;

/**
 * Result of training for one layer with weights.
 *
 * @param layer index among the network's layers with weights, {@link studio.crossbar.network.Network#weighted}
 * @param plan order of the crossbar rows
 * @param outputs columns N before the encoding
 * @param weights {@code [plan.rows() × outputs]} in row order, unquantised, within the encoding's range
 * @param multiplier {@code [outputs]}: digital scale of the accumulated sum
 * @param bias {@code [outputs]}: added after the scale
 * @param ranges full scales
 */
public record TrainedLayer(
        int layer, RowPlan plan, int outputs, float[] weights, float[] multiplier, float[] bias, Ranges ranges) {

    public TrainedLayer {
        require("weights", weights.length, plan.rows() * outputs);
        require("multiplier", multiplier.length, outputs);
        require("bias", bias.length, outputs);
    }

    /** Weight levels {@code [plan.rows() × outputs]}, of weights within their {@link studio.crossbar.hardware.Encoding}. */
    public short[] levels(Cell cell) {
        short[] levels = new short[weights.length];
        int steps = new Slices(cell.levels(), plan.slices()).steps();
        for (RowPlan.Region region : plan.regions()) {
            WeightLevels quantiser = new WeightLevels(region.encoding(), ranges.weight(), steps);
            for (int row = region.firstRow(); row < region.firstRow() + region.rows(); row++) {
                int from = row * outputs + region.firstOutput();
                for (int i = from; i < from + region.outputs(); i++) {
                    levels[i] = (short) quantiser.level(weights[i]);
                }
            }
        }
        return levels;
    }

    private static void require(String field, int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException(field + ": " + found + " values, but the layer has " + expected);
        }
    }
}
