package studio.crossbar.cost;

import java.util.Locale;

/** Which conductances and inputs the energy of a read is counted with; area and latency do not depend on them. */
public enum EnergyBasis {
    /** Before training: the mean over the levels of a cell. */
    EXPECTED_CONDUCTANCE(
            "expected",
            "expected before training: weight levels equally likely, inputs spread evenly with a mean square of %.3g of full"
                    + " scale"),
    /** After training: each cell as it is programmed, inputs as assumed. */
    PROGRAMMED_CELLS(
            "programmed cells",
            "with the conductances that were programmed and inputs spread evenly with a mean square of %.3g of full scale"),
    /** After training: each cell as it is programmed, with the inputs that its row had on test windows. */
    MEASURED_INPUTS(
            "programmed cells, measured inputs",
            "with the conductances that were programmed and the activity of inputs that was measured");

    private final String shortLabel;
    private final String assumption;

    EnergyBasis(String shortLabel, String assumption) {
        this.shortLabel = shortLabel;
        this.assumption = assumption;
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
