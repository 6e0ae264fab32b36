package studio.crossbar.cost.claim;

import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.RangeAdaptation;
import studio.crossbar.cost.Schedule;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.RangeSharing;

/**
 * Ways to build one network, from the conventional mapping to that of García-Redondo et al. (arXiv 1910.13850): uniform
 * ranges, so that all layers take turns at one set of converters, and cells of one sign, so that no weight needs a pair.
 */
public enum ClaimCase {
    /** Pairs of cells, ranges a layer, crossbars and converters of each layer's own. */
    CONVENTIONAL("conventional", Polarity.DIFFERENTIAL, false),
    /** Uniform ranges alone. */
    UNIFORM("uniform ranges alone", Polarity.DIFFERENTIAL, true),
    /** Only positive weights alone. */
    POSITIVE("only positive alone", Polarity.POSITIVE, false),
    /** A sign a row block alone. */
    ROW_BLOCK("row-block signs alone", Polarity.ROW_BLOCK, false),
    /** Uniform ranges and only positive weights. */
    UNIFORM_POSITIVE("uniform and only positive", Polarity.POSITIVE, true),
    /** Uniform ranges and a sign a row block. */
    UNIFORM_ROW_BLOCK("uniform and row-block signs", Polarity.ROW_BLOCK, true);

    private final String label;
    private final Polarity polarity;
    private final boolean uniform;

    ClaimCase(String label, Polarity polarity, boolean uniform) {
        this.label = label;
        this.polarity = polarity;
        this.uniform = uniform;
    }

    /** Name for tables. */
    public String label() {
        return label;
    }

    /** {@code base} with the case's polarity and ranges. */
    public Hardware hardware(Hardware base) {
        return base.withPolarity(polarity).withRanges(uniform ? RangeSharing.UNIFORM : RangeSharing.PER_LAYER);
    }

    /** {@code base} with the case's schedule: layers share converters where their ranges are uniform. */
    public CostOptions options(CostOptions base) {
        return uniform
                ? base.withSchedule(Schedule.LAYER_SERIAL)
                : base.withSchedule(Schedule.LAYER_PARALLEL).withAdaptation(RangeAdaptation.OWN_CONVERTERS);
    }
}
