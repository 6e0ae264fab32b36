package studio.crossbar.ui.cost;

import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityAssignment;
import studio.crossbar.ui.common.Texts;

/** Names of encodings for legends and tables. */
final class EncodingNames {

    private EncodingNames() {}

    static String of(PolarityAssignment polarity) {
        return polarity instanceof Polarity one ? of(one) : Texts.get("cost.sweep.encoding.map");
    }

    private static String of(Polarity polarity) {
        return switch (polarity) {
            case DIFFERENTIAL -> Texts.get("cost.sweep.encoding.differential");
            case POSITIVE -> Texts.get("cost.sweep.encoding.positive");
            case NEGATIVE -> Texts.get("cost.sweep.encoding.negative");
            case ROW_BLOCK -> Texts.get("cost.sweep.encoding.row-block");
            case OFFSET -> Texts.get("cost.sweep.encoding.offset");
        };
    }
}
