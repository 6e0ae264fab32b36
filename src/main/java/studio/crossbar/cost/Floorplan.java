package studio.crossbar.cost;

/** How much is built of what a mapping needs. */
public enum Floorplan {
    /** Each crossbar as large as its part of the matrix, buffers as large as what they keep: a chip for one network. */
    TRIMMED,
    /** Whole crossbars in whole macros, each of one layer, as the technology file describes them: a general accelerator. */
    MACROS
}
