package studio.crossbar.cost;

import java.util.List;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.TileSlot;

/**
 * Activations that one layer keeps and moves, in bits a sample. An activation is kept as the DAC code of the layer that
 * it enters; the last layer's results are kept as accumulated sums.
 *
 * @param keptBits room in the buffer: the layer's input and, where no own room of a next layer takes it, its output
 * @param bufferBits read, once a vector and row (overlapping windows are read again), and written
 * @param busBits to each tile's input registers and back to the buffer
 */
record Traffic(double keptBits, double bufferBits, double busBits) {

    static Traffic of(List<LayerPlan> layers, int index, int inputBits, Technology technology, Schedule schedule) {
        LayerPlan plan = layers.get(index);
        boolean last = index == layers.size() - 1;
        double in = (double) plan.input().size() * inputBits;
        double out = last
                ? (double) plan.output().size()
                        * technology.digital().accumulatorBits().whole()
                : (double) layers.get(index + 1).input().size() * inputBits;
        double rowBits = (double) plan.vectors() * inputBits;
        int tileRows = plan.tiles().stream().mapToInt(TileSlot::rows).sum();
        double kept = schedule == Schedule.LAYER_SERIAL || last ? in + out : in;
        return new Traffic(kept, rowBits * plan.rows().rows() + out, rowBits * tileRows + out);
    }
}
