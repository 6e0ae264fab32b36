package studio.crossbar.simulation;

/** What makes a chip differ from its design. */
public enum NoiseSource {
    /** Cells that miss their target. */
    PROGRAMMING("programming"),
    /** Cells that do not follow at all. */
    STUCK("stuck cells"),
    /** Change of the cells until they are read. */
    DRIFT("drift"),
    /** Resistance of the wires. */
    IR_DROP("IR drop"),
    /** Noise of reading the cells and columns. */
    READ_NOISE("read noise"),
    /** Rounding and clipping of the column converters. */
    ADC("converters");

    private final String label;

    NoiseSource(String label) {
        this.label = label;
    }

    /** Name for people. */
    public String label() {
        return label;
    }
}
