package studio.crossbar.cost;

/** How converters meet ranges that differ from layer to layer; without meaning where ranges are uniform. */
public enum RangeAdaptation {
    /**
     * One converter design with a programmable-gain stage an ADC and a register a layer, in every schedule: layers that work
     * in turn can share the converters, and those of layers that work side by side are set to ranges learned later.
     */
    PROGRAMMABLE_GAIN,
    /** A converter design a layer, for the ranges that it was trained to: nothing analog is shared between layers. */
    OWN_CONVERTERS
}
