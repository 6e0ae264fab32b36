package studio.crossbar.search.dimension;

/** What takes the steps of a convolution's stride. */
public enum Pooling {
    /** The convolution itself. */
    NONE,
    /** The greatest value of as many positions, after a convolution of stride 1. */
    MAX,
    /** Their mean. */
    AVERAGE
}
