package studio.crossbar.cost;

import studio.crossbar.mapping.LayerPlan;

/** Conductances and inputs that the energy of reads is counted with. */
interface CellReads {

    /** Of the tiles {@code from … to − 1} of a layer, counted within it. */
    CellRead of(LayerPlan layer, int from, int to);

    /** Of a whole layer. */
    default CellRead of(LayerPlan layer) {
        return of(layer, 0, layer.tiles().size());
    }

    /** How they were found, for the lines of a bill. */
    String source();

    EnergyBasis basis();
}
