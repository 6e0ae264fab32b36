package studio.crossbar.cost;

import java.util.List;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.TileSlot;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;

/**
 * Activations that one layer keeps and moves, in bits a sample. An activation is kept as the DAC code of the layer that
 * it enters, which a shortcut passes on; the last layer's results, and those that wait for a shortcut with weights, are
 * kept as accumulated sums.
 *
 * @param keptBits room in the buffer: the layer's input, what branches keep while it works and, where no own room of a
 *     next layer takes it, its output; where layers overlap, room for two inputs, since the layer before writes the next
 *     sample's while this one's windows are read
 * @param bufferBits read, once a vector and row of all groups (overlapping windows are read again) and once for the other branch of an
 *     addition, and written
 * @param busBits to each tile's input registers, to the adders of residuals and back to the buffer
 */
record Traffic(double keptBits, double bufferBits, double busBits) {

    static Traffic of(List<LayerPlan> layers, int index, int inputBits, Technology technology, Schedule schedule) {
        LayerPlan plan = layers.get(index);
        boolean serial = schedule == Schedule.LAYER_SERIAL;
        boolean last = index == layers.size() - 1;
        int sumBits = technology.digital().accumulatorBits().whole();
        double in = (double) plan.input().size() * inputBits;
        double out = (double) plan.result().size() * (last || plan.kept().waits() ? sumBits : inputBits);
        double beside = (double) plan.kept().activations() * inputBits
                + (double) plan.kept().sums() * sumBits;
        double rowBits = (double) plan.vectors() * inputBits;
        int tileRows = plan.tiles().stream().mapToInt(TileSlot::rows).sum();
        // Each group of a grouped convolution reads channels of its own.
        long inputRows = (long) plan.rows().rows() * plan.spec().groups();
        double written = out + otherBranches(plan, inputBits, sumBits);
        return new Traffic(
                (serial ? in : 2 * in) + (serial || last ? out : 0) + beside,
                rowBits * inputRows + written,
                rowBits * tileRows + written);
    }

    /** What additions behind the layer read beside the result at hand: a waiting body's sums, or the branches' input. */
    private static double otherBranches(LayerPlan plan, int inputBits, int sumBits) {
        double bits = 0;
        for (Network.Digital digital : plan.digital()) {
            if (digital.layer() instanceof Layer.Residual residual) {
                bits += residual.branchesHaveWeights()
                        ? (double) residual.output(digital.input()).size() * sumBits
                        : (double) digital.input().size() * inputBits;
            }
        }
        return bits;
    }
}
