package studio.crossbar.analysis;

import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.network.LayerPath;

/**
 * A layer with weights on its crossbars.
 *
 * @param path where it stands
 * @param layer index among the layers with weights
 * @param weights without biases
 * @param multiplyAccumulates multiplications with a weight, each with its addition, a sample
 * @param rows crossbar rows; of one group, where a convolution has several
 * @param columns bitlines of its widest row block, over all groups
 * @param rowBlocks parts of the rows that are converted on their own
 * @param tiles crossbars
 * @param utilisation cells used over cells of its tiles, 0 … 1
 */
public record LayerFigures(
        LayerPath path,
        int layer,
        long weights,
        long multiplyAccumulates,
        int rows,
        int columns,
        int rowBlocks,
        int tiles,
        double utilisation) {

    static LayerFigures of(LayerPath path, LayerPlan plan, double cellsPerTile) {
        long weights = (long) plan.rows().rows() * plan.spec().outputs();
        return new LayerFigures(
                path,
                plan.layer(),
                weights,
                weights * plan.vectors(),
                plan.rows().rows(),
                plan.deviceColumns(),
                plan.rows().blocks().size(),
                plan.tiles().size(),
                plan.devices() / (plan.tiles().size() * cellsPerTile));
    }
}
