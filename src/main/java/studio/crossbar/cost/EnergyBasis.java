package studio.crossbar.cost;

import java.util.Locale;

/** Which conductances and inputs the energy of a read is counted with; area and latency do not depend on them. */
public enum EnergyBasis {
    /** Before training: the mean over the levels of a cell. */
    EXPECTED_CONDUCTANCE(
            "expected before training, with the mean conductance of the cells",
            "expected",
            "expected before training: weight levels equally likely, inputs spread evenly with a mean square of %.3g of full"
                    + " scale"),
    /** After training: each cell as it is programmed, inputs as assumed. */
    PROGRAMMED_CELLS(
            "with the conductances that were programmed and an assumed activity of inputs",
            "programmed cells",
            "with the conductances that were programmed and inputs spread evenly with a mean square of %.3g of full scale"),
    /** After training: each cell as it is programmed, with the inputs that its row had on test windows. */
    MEASURED_INPUTS(
            "with the conductances that were programmed and the activity of inputs that was measured",
            "programmed cells, measured inputs",
            "with the conductances that were programmed and the activity of inputs that was measured");

    private final String label;
    private final String shortLabel;
    private final String assumption;

    EnergyBasis(String label, String shortLabel, String assumption) {
        this.label = label;
        this.shortLabel = shortLabel;
        this.assumption = assumption;
    }

    /** In words that follow "energy". */
    public String label() {
        return label;
    }

    /** In a word or two, for a card. */
    public String shortLabel() {
        return shortLabel;
    }

    /**
     * In words that follow "energy", with what is assumed.
     *
     * @param options of the bill
     */
    String assumption(CostOptions options) {
        return String.format(Locale.ROOT, assumption, options.meanSquareInput());
    }
}
