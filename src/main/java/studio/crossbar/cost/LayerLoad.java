package studio.crossbar.cost;

/**
 * All that the parts of one layer are counted from.
 *
 * @param counts of its tiles
 * @param read conductances of its cells and inputs of their rows
 * @param traffic bits kept and moved
 * @param digital work behind it
 * @param replicas copies of the layer that are built
 */
record LayerLoad(LayerCounts counts, CellRead read, Traffic traffic, DigitalWork digital, int replicas) {

    /** Conversions a sample. */
    double conversions() {
        return counts.used().converted() * counts.reads();
    }
}
