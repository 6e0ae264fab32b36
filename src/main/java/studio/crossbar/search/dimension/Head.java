package studio.crossbar.search.dimension;

/** How the last convolution's positions reach the dense layers. */
public enum Head {
    /** As their mean a channel. */
    MEAN,
    /** All of them. */
    FLATTEN
}
