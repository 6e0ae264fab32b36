package studio.crossbar.cost;

/** Which conductances and inputs the energy of a read is counted with; area and latency do not depend on them. */
public enum EnergyBasis {
    /** Before training: the mean over the levels of a cell. */
    EXPECTED_CONDUCTANCE("expected before training, with the mean conductance of the cells", "expected"),
    /** After training: each cell as it is programmed, inputs as assumed. */
    PROGRAMMED_CELLS(
            "with the conductances that were programmed and an assumed activity of inputs", "programmed cells"),
    /** After training: each cell as it is programmed, with the inputs that its row had on test windows. */
    MEASURED_INPUTS(
            "with the conductances that were programmed and the activity of inputs that was measured",
            "programmed cells, measured inputs");

    private final String label;
    private final String shortLabel;

    EnergyBasis(String label, String shortLabel) {
        this.label = label;
        this.shortLabel = shortLabel;
    }

    /** In words that follow "energy". */
    public String label() {
        return label;
    }

    /** In a word or two, for a card. */
    public String shortLabel() {
        return shortLabel;
    }
}
