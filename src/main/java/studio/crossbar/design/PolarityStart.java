package studio.crossbar.design;

/** Where weights of one sign start from, once the float network with weights of both signs is trained. */
public enum PolarityStart {
    /** Random magnitudes under the signs of their cells. */
    RANDOM,
    /**
     * The float network's weights, with those of the other sign set to 0. What is left is sparse, so that outputs of a layer
     * do not all follow the same sum of their inputs; deep networks of images learn far faster from it.
     */
    FLOAT
}
