package studio.crossbar.cost;

import java.util.List;
import studio.crossbar.hardware.Subtraction;
import studio.crossbar.hardware.TileShape;

/**
 * What one tile has of each kind of part, to divide the cost of a layer by.
 *
 * @param used counts that work
 * @param built counts that are built, whole crossbars where the floorplan asks for them
 * @param read of its cells
 */
record TileParts(LayerCounts.Counts used, LayerCounts.Counts built, CellRead read) {

    /** A tile of {@code crossbar}, alone; vectors and cycles are those of its layer and so do not matter. */
    static TileParts of(Crossbar crossbar, TileShape shape, LayerCounts.Periphery periphery, CellRead read) {
        LayerCounts counts =
                LayerCounts.of(List.of(crossbar), shape, new LayerCounts.Work(1, 1, crossbar.outputs(), 1), periphery);
        return new TileParts(counts.used(), counts.built(), read);
    }

    /** Its weight in the area of parts that are counted by {@code basis}. */
    double area(Basis basis, LayerCounts.Periphery periphery) {
        return switch (basis) {
            case CELL, LAYER -> built.cells();
            case CORRECTION -> built.correctionCells();
            case REFERENCE -> built.referenceCells();
            case ROW -> built.rows();
            case COLUMN -> built.columns();
            case LINE -> built.rows() + built.columns();
            case CURRENT -> 0;
            case CONVERSION -> built.converted();
            case CORRECTED -> built.corrected();
            case ADC, CODE -> built.adcs();
            case PAIR -> periphery.subtraction() == Subtraction.DIGITAL ? built.subtractors() : built.pairs();
            // A macro serves all of its crossbars alike.
            case OUTPUT -> periphery.floorplan() == Floorplan.MACROS ? 1 : built.accumulators();
            case TILE -> 1;
        };
    }

    /**
     * Its weight in the energy of parts that are counted by {@code basis}.
     *
     * @param cells energy of reading cells
     */
    double energy(Basis basis, CellEnergy cells) {
        return switch (basis) {
            case CELL -> cells.read().applyAsDouble(used) * cells.picojoules(read.weights());
            case CORRECTION -> used.correctionCells() * cells.picojoules(read.corrections());
            case REFERENCE -> used.referenceCells() * cells.picojoules(read.references());
            case CURRENT -> used.devices() * read.weights().meanMicroSiemens();
            case LAYER -> used.cells();
            case ROW -> used.rows();
            case COLUMN -> used.columns();
            case LINE -> used.rows() + used.columns();
            case CONVERSION, ADC -> used.converted();
            case CORRECTED -> used.corrected();
            case PAIR -> used.pairs();
            case CODE -> used.codes();
            case OUTPUT -> used.sums();
            case TILE -> 1;
        };
    }
}
