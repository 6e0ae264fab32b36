package studio.crossbar.cost;

import studio.crossbar.hardware.Converters;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.TileSlot;

/**
 * What one layer's mapping needs of the parts around its cells.
 *
 * @param tiles crossbars
 * @param vectors input vectors a sample
 * @param outputs weight columns N
 * @param rows wordlines of all tiles
 * @param columns bitlines of all tiles that are converted
 * @param devices cells
 * @param codes weight columns of all tiles, each slice one: numbers to accumulate a vector, or a cycle of one
 * @param pairs column pairs to subtract
 * @param adcs ADCs: each tile's bitlines over the columns an ADC
 * @param subtractors one for each ADC of a tile with pairs, at most one a pair
 * @param accumulators one for each ADC's worth of weight columns
 * @param lanes digital pipelines behind the accumulators
 * @param turns conversions that the busiest ADC does a vector
 * @param rowBlocks sums to accumulate for an output
 */
record LayerCounts(
        int tiles,
        int vectors,
        int outputs,
        long rows,
        long columns,
        long devices,
        long codes,
        long pairs,
        long adcs,
        long subtractors,
        long accumulators,
        int lanes,
        int turns,
        int rowBlocks) {

    static LayerCounts of(LayerPlan plan, int columnsPerAdc) {
        long rows = 0;
        long columns = 0;
        long codes = 0;
        long pairs = 0;
        long adcs = 0;
        long subtractors = 0;
        long accumulators = 0;
        int turns = 0;
        for (TileSlot slot : plan.tiles()) {
            int bitlines = slot.convertedColumns();
            int converters = Math.ceilDiv(bitlines, columnsPerAdc);
            rows += slot.rows();
            columns += bitlines;
            int codesHere = slot.outputs() * slot.slices();
            codes += codesHere;
            adcs += converters;
            accumulators += Math.ceilDiv(codesHere, columnsPerAdc);
            turns = Math.max(turns, Math.min(bitlines, columnsPerAdc));
            if (slot.encoding().devicesPerWeight() == 2) {
                pairs += codesHere;
                subtractors += Math.min(converters, codesHere);
            }
        }
        return new LayerCounts(
                plan.tiles().size(),
                plan.vectors(),
                plan.spec().outputs(),
                rows,
                columns,
                plan.devices(),
                codes,
                pairs,
                adcs,
                subtractors,
                accumulators,
                Math.ceilDiv(plan.spec().outputs(), columnsPerAdc),
                turns,
                plan.rows().blocks().size());
    }

    /** Bits that the tiles' input registers take for one vector. */
    long registerBits(Converters converters) {
        return rows * converters.dacBits();
    }
}
