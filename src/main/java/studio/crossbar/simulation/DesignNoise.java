package studio.crossbar.simulation;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.mapping.TileSlot;
import studio.crossbar.tensor.CounterNoise;
import studio.crossbar.tensor.NoiseUse;

/**
 * Programming noise as the design states it: Gaussian, relative to a cell's range, a pair counting as one cell. The deviates
 * are those of {@link MonteCarlo}, so that chips of the design's own cells are the same there and here.
 */
final class DesignNoise {

    private DesignNoise() {}

    /** Deviations of a tile's weights, {@code [rows × outputs]} a conversion; empty arrays where a conversion has none. */
    static List<float[]> errors(ChipPlan plan, int tile, long seed, int chip) {
        TilePlan place = plan.tiles().get(tile);
        TileSlot slot = place.slot();
        CounterNoise noise = NoiseUse.CHIP.noise(seed, NoiseUse.Part.PROGRAMMING, slot.layer(), chip);
        int layerOutputs = plan.outputs(slot.layer());
        int layerRows = plan.mapped().plan().layers().get(slot.layer()).rows().rows();
        long layerWeights = (long) layerRows * layerOutputs;
        float range =
                plan.mapped().trained().layers().get(slot.layer()).ranges().weight();
        float sigma = (float) plan.programmingSigma() * range * slot.encoding().noiseGain();
        float[] corrections = new float[slot.encoding().correctionColumns() * slot.rows()];
        long used = slot.slices() * layerWeights + correctionCellsBefore(plan, tile);
        noise.gaussian(used, corrections, 0, corrections.length);
        int conversions = place.readout().conversions().size();
        List<float[]> errors = new ArrayList<>();
        for (int index = 0; index < conversions; index++) {
            boolean first = index % (conversions / slot.slices()) == 0;
            errors.add(new float[first ? slot.rows() * slot.outputs() : 0]);
        }
        for (int slice = 0; slice < slot.slices(); slice++) {
            float[] into = errors.get(slice * (conversions / slot.slices()));
            for (int r = 0; r < slot.rows(); r++) {
                int at = r * slot.outputs();
                long first = slice * layerWeights + (long) (slot.firstRow() + r) * layerOutputs + slot.firstOutput();
                noise.gaussian(first, into, at, slot.outputs());
                float correction = corrections.length == 0 ? 0 : corrections[r];
                for (int o = at; o < at + slot.outputs(); o++) {
                    into[o] = sigma * (into[o] - correction);
                }
            }
        }
        return errors;
    }

    /** Cells of the correction columns of the layer's tiles before this one. */
    private static long correctionCellsBefore(ChipPlan plan, int tile) {
        int layer = plan.tiles().get(tile).slot().layer();
        long cells = 0;
        for (int t = 0; t < tile; t++) {
            TileSlot slot = plan.tiles().get(t).slot();
            if (slot.layer() == layer) {
                cells += (long) slot.encoding().correctionColumns() * slot.rows();
            }
        }
        return cells;
    }
}
