package studio.crossbar.cost;

import studio.crossbar.training.Activity;

/**
 * All that the parts of one layer are counted from.
 *
 * @param counts of its tiles
 * @param read conductance of its cells
 * @param activity of its rows
 * @param traffic bits kept and moved
 * @param digital work behind it
 * @param replicas copies of the layer that are built
 */
record LayerLoad(
        LayerCounts counts, CellRead read, Activity activity, Traffic traffic, DigitalWork digital, int replicas) {

    /** Devices that hold weights, times reads a sample. */
    double deviceReads() {
        return counts.used().devices() * counts.reads();
    }

    /** Cells that hold weights, of one device or two, times reads a sample. */
    double cellReads() {
        return counts.used().cells() * counts.reads();
    }

    /** Conversions a sample. */
    double conversions() {
        return counts.used().converted() * counts.reads();
    }
}
