package studio.crossbar.hardware;

/** Who shares the full scales of DAC, weights and ADC. */
public enum RangeSharing {
    /** One triple for the whole network: every layer runs on the same converter and crossbar design. */
    UNIFORM,
    /** A triple a layer: the conventional baseline, with converters tuned layer by layer. */
    PER_LAYER
}
