package studio.crossbar.search.dimension;

/** Signs of the weights of a whole network, in one word. */
public enum PolarityRule {
    /** Pairs of cells everywhere. */
    DIFFERENTIAL,
    /** Single cells and a correction column a tile. */
    OFFSET,
    /** Only positive weights. */
    POSITIVE,
    /** Only negative weights. */
    NEGATIVE,
    /** Positive and negative in turn, by the dimension "polarityGranularity". */
    ALTERNATING
}
