package studio.crossbar.cost;

import java.util.List;
import studio.crossbar.hardware.Subtraction;
import studio.crossbar.hardware.TileShape;

/**
 * What one layer's mapping needs of the parts around its cells: what works, and what is built. All counts are those of
 * one copy of the layer.
 *
 * @param tiles crossbars
 * @param macros groups of crossbars
 * @param vectors input vectors a sample
 * @param cycles reads an input vector takes
 * @param outputs weight columns N of the layer
 * @param rowBlocks sums to accumulate for an output
 * @param turns conversions that the busiest ADC does a read
 * @param lanes digital pipelines behind the accumulators
 * @param used counts that work
 * @param built counts that are built
 */
record LayerCounts(
        int tiles,
        int macros,
        int vectors,
        int cycles,
        int outputs,
        int rowBlocks,
        int turns,
        int lanes,
        Counts used,
        Counts built) {

    /**
     * Sums over the layer's tiles.
     *
     * @param rows wordlines
     * @param columns bitlines
     * @param converted bitlines, or pairs of them, that are converted
     * @param cells cells that hold weights
     * @param devices devices that hold weights
     * @param correctionCells cells of correction columns
     * @param referenceCells cells of reference columns
     * @param corrected columns that a correction or a reference is subtracted from
     * @param pairs column pairs
     * @param codes numbers that one read gives after subtraction
     * @param sums numbers to accumulate over row blocks
     * @param adcs ADCs: each tile's converted columns over the columns an ADC
     * @param subtractors digital ones, one for each ADC of a tile with pairs, at most one a pair
     * @param accumulators one for each ADC's worth of outputs
     */
    record Counts(
            long rows,
            long columns,
            long converted,
            long cells,
            long devices,
            long correctionCells,
            long referenceCells,
            long corrected,
            long pairs,
            long codes,
            long sums,
            long adcs,
            long subtractors,
            long accumulators) {}

    /**
     * Counts a layer.
     *
     * @param crossbars its tiles
     * @param shape largest tile
     * @param layer vectors, outputs and row blocks
     * @param periphery choices that the counts depend on
     */
    static LayerCounts of(List<Crossbar> crossbars, TileShape shape, Work layer, Periphery periphery) {
        Counter used = new Counter(periphery);
        Counter built = new Counter(periphery);
        int turns = 0;
        for (Crossbar crossbar : crossbars) {
            used.add(crossbar);
            turns = Math.max(turns, Math.min(crossbar.converted(periphery.subtraction()), periphery.columnsPerAdc()));
            if (periphery.floorplan() == Floorplan.MACROS) {
                built.addWhole(crossbar, shape);
            }
        }
        boolean trimmed = periphery.floorplan() == Floorplan.TRIMMED;
        int macros = Math.ceilDiv(crossbars.size(), periphery.crossbarsPerMacro());
        return new LayerCounts(
                crossbars.size(),
                macros,
                layer.vectors(),
                layer.cycles(),
                layer.outputs(),
                layer.rowBlocks(),
                turns,
                Math.ceilDiv(layer.outputs(), periphery.columnsPerAdc()),
                used.counts(),
                trimmed ? used.counts() : built.counts());
    }

    /**
     * What a layer does, apart from its tiles.
     *
     * @param vectors input vectors a sample
     * @param cycles reads a vector
     * @param outputs weight columns
     * @param rowBlocks row blocks
     */
    record Work(int vectors, int cycles, int outputs, int rowBlocks) {}

    /**
     * Choices that the counts depend on.
     *
     * @param columnsPerAdc columns that take turns at one ADC
     * @param subtraction of pairs
     * @param floorplan whether whole crossbars are built
     * @param crossbarsPerMacro crossbars of a macro
     * @param devicesOfAPair devices that a cell holds of a pair
     */
    record Periphery(
            int columnsPerAdc,
            Subtraction subtraction,
            Floorplan floorplan,
            int crossbarsPerMacro,
            int devicesOfAPair) {

        static Periphery of(Technology technology, CostOptions options) {
            int own = technology.columns().columnsPerAdc().whole();
            return new Periphery(
                    options.columnsPerAdc() == 0 ? own : options.columnsPerAdc(),
                    options.subtraction(),
                    options.floorplan(),
                    technology.macro().crossbars().whole(),
                    technology.cell().kind().devices());
        }
    }

    /** Input vectors times reads a vector. */
    double reads() {
        return (double) vectors * cycles;
    }

    private static final class Counter {

        private final Periphery periphery;
        private long rows;
        private long columns;
        private long converted;
        private long cells;
        private long devices;
        private long correctionCells;
        private long referenceCells;
        private long corrected;
        private long pairs;
        private long codes;
        private long sums;
        private long adcs;
        private long subtractors;
        private long accumulators;

        Counter(Periphery periphery) {
            this.periphery = periphery;
        }

        void add(Crossbar crossbar) {
            int conversions = crossbar.converted(periphery.subtraction());
            int converters = Math.ceilDiv(conversions, periphery.columnsPerAdc());
            rows += crossbar.rows();
            columns += crossbar.columns();
            converted += conversions;
            cells += crossbar.cells(periphery.devicesOfAPair());
            devices += (long) crossbar.rows() * crossbar.weightColumns();
            correctionCells += (long) crossbar.rows() * crossbar.corrections();
            referenceCells += (long) crossbar.rows() * crossbar.references();
            corrected += crossbar.common() > 0 ? conversions : 0;
            pairs += crossbar.pairs();
            codes += crossbar.codes();
            sums += crossbar.outputs();
            adcs += converters;
            subtractors += Math.min(converters, crossbar.pairs());
            accumulators += Math.ceilDiv(crossbar.outputs(), periphery.columnsPerAdc());
        }

        /** The crossbar with all rows and with as many outputs as a tile holds. */
        void addWhole(Crossbar crossbar, TileShape shape) {
            int perOutput = crossbar.weightColumns() / crossbar.outputs();
            int outputs = Math.max(crossbar.outputs(), (shape.columns() - crossbar.corrections()) / perOutput);
            add(new Crossbar(
                    shape.rows(),
                    outputs,
                    crossbar.slices(),
                    crossbar.paired(),
                    crossbar.corrections(),
                    crossbar.references()));
        }

        Counts counts() {
            return new Counts(
                    rows,
                    columns,
                    converted,
                    cells,
                    devices,
                    correctionCells,
                    referenceCells,
                    corrected,
                    pairs,
                    codes,
                    sums,
                    adcs,
                    subtractors,
                    accumulators);
        }
    }
}
