package studio.crossbar.cost;

/** How converters meet ranges that differ from layer to layer; without meaning where ranges are uniform. */
public enum RangeAdaptation {
    /** One converter design with a programmable-gain stage an ADC and a register a layer, so that layers can share it. */
    PROGRAMMABLE_GAIN,
    /** A converter design a layer, for the ranges that it was trained to: nothing analog is shared between layers. */
    OWN_CONVERTERS
}
