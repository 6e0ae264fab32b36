package studio.crossbar.hardware;

/** Digital arithmetic between the accumulated ADC codes and the activation, in rising cost. */
public enum DigitalScaling {
    /** One constant for the whole network. */
    NONE,
    /** A power of two a layer. */
    SHIFT,
    /** A multiplier an output channel. */
    AFFINE
}
