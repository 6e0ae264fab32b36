package studio.crossbar.cost;

/** Who works when, and so which parts are built how often. */
public enum Schedule {
    /**
     * One layer after the other on one set of drivers, converters and logic, as large as the neediest layer's; every
     * layer's cells hang on it and are selected by their transistors.
     */
    LAYER_SERIAL,
    /** Each layer has crossbars, drivers, converters and logic of its own; successive samples overlap. */
    LAYER_PARALLEL
}
