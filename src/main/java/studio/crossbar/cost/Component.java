package studio.crossbar.cost;

/** Parts of an accelerator that are costed. */
public enum Component {
    CELL_ARRAY("cell array"),
    DAC("DACs and row drivers"),
    MULTIPLEXER("column multiplexers"),
    SAMPLE_AND_HOLD("sample and hold"),
    INTEGRATOR("integrators"),
    ADC("ADCs"),
    GAIN("range adaptation"),
    SUBTRACTOR("subtractors"),
    CORRECTION("correction and reference columns"),
    SHIFT_ADD("shift and add"),
    ACCUMULATOR("accumulators"),
    DIGITAL_SCALING("digital scaling"),
    ACTIVATION("activation"),
    POOLING("pooling"),
    RESIDUAL("residual additions"),
    BUFFER("buffers"),
    REGISTER("registers"),
    INTERCONNECT("interconnect"),
    CONTROL("control"),
    PROGRAMMING("programming circuits"),
    LEAKAGE("leakage");

    private final String label;

    Component(String label) {
        this.label = label;
    }

    /** Name for charts and tables. */
    public String label() {
        return label;
    }
}
