package studio.crossbar.search.dimension;

import java.util.List;
import studio.crossbar.cost.AdcKind;
import studio.crossbar.cost.InputDrive;
import studio.crossbar.cost.RangeAdaptation;
import studio.crossbar.cost.Schedule;
import studio.crossbar.hardware.Subtraction;

/** Dimensions of the circuits that change costs, but no accuracy; {@link studio.crossbar.cost.CostOptions} has them. */
final class CostDimensions {

    private CostDimensions() {}

    static List<Dimension> all() {
        return List.of(
                Dimension.choice(
                        "schedule",
                        Schedule.class,
                        "which layers work at a time",
                        (draft, value) -> draft.options(options -> options.schedule = value)),
                Dimension.whole(
                        "columnsPerAdc",
                        0,
                        4096,
                        "columns that take turns at an ADC; 0 for the technology's number",
                        (draft, value) -> draft.options(options -> options.columnsPerAdc = value)),
                Dimension.choice(
                        "adc",
                        AdcKind.class,
                        "kind of ADC",
                        (draft, value) -> draft.options(options -> options.adc = value)),
                Dimension.choice(
                        "subtraction",
                        Subtraction.class,
                        "where pairs of columns are subtracted",
                        (draft, value) -> draft.options(options -> options.subtraction = value)),
                Dimension.choice(
                        "adaptation",
                        RangeAdaptation.class,
                        "how converters meet ranges a layer",
                        (draft, value) -> draft.options(options -> options.adaptation = value)),
                Dimension.choice(
                        "drive",
                        InputDrive.class,
                        "how inputs drive rows",
                        (draft, value) -> draft.options(options -> options.drive = value)),
                Dimension.flag(
                        "overlapped",
                        "whether reads settle while others are converted",
                        (draft, value) -> draft.options(options -> options.overlapped = value)),
                Dimension.whole(
                        "mostReplicas",
                        1,
                        1024,
                        "limit of replicated layers",
                        (draft, value) -> draft.options(options -> options.mostReplicas = value)));
    }
}
