package studio.crossbar.cost;

/** Who works when, and so which parts are built how often. */
public enum Schedule {
    /**
     * One layer after the other on one set of drivers, converters and logic, as large as the neediest layer's; every
     * layer's cells hang on it and are selected by their transistors.
     */
    LAYER_SERIAL,
    /** Each layer has crossbars, drivers, converters and logic of its own; successive samples overlap. */
    LAYER_PARALLEL,
    /**
     * The same, with slow layers built several times, so that each works on several input vectors at once and none holds
     * up the pipeline longer than the fastest layer, or than the layer that {@link CostOptions#mostReplicas} or its bus
     * keeps from becoming faster.
     */
    LAYER_PARALLEL_REPLICATED
}
