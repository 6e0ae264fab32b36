package studio.crossbar.ui.common;

import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityAssignment;

/** What encodings of weights are called. */
public final class EncodingNames {

    private EncodingNames() {}

    /** On buttons, such as "Row block". */
    public static String label(Polarity polarity) {
        return switch (polarity) {
            case DIFFERENTIAL -> Texts.get("common.encoding.label.differential");
            case POSITIVE -> Texts.get("common.encoding.label.positive");
            case NEGATIVE -> Texts.get("common.encoding.label.negative");
            case ROW_BLOCK -> Texts.get("common.encoding.label.row-block");
            case OFFSET -> Texts.get("common.encoding.label.offset");
        };
    }

    /** In legends and tables, such as "Row-block signs". */
    public static String legend(PolarityAssignment assignment) {
        return assignment instanceof Polarity polarity
                ? switch (polarity) {
                    case DIFFERENTIAL -> Texts.get("common.encoding.legend.differential");
                    case POSITIVE -> Texts.get("common.encoding.legend.positive");
                    case NEGATIVE -> Texts.get("common.encoding.legend.negative");
                    case ROW_BLOCK -> Texts.get("common.encoding.legend.row-block");
                    case OFFSET -> Texts.get("common.encoding.legend.offset");
                }
                : Texts.get("common.encoding.legend.map");
    }

    /** Within a sentence, such as "row block". */
    public static String word(Polarity polarity) {
        return switch (polarity) {
            case DIFFERENTIAL -> word(Encoding.DIFFERENTIAL);
            case POSITIVE -> word(Encoding.POSITIVE);
            case NEGATIVE -> word(Encoding.NEGATIVE);
            case ROW_BLOCK -> Texts.get("common.encoding.word.row-block");
            case OFFSET -> word(Encoding.OFFSET);
        };
    }

    /** Within a sentence, such as "differential". */
    public static String word(Encoding encoding) {
        return switch (encoding) {
            case DIFFERENTIAL -> Texts.get("common.encoding.word.differential");
            case POSITIVE -> Texts.get("common.encoding.word.positive");
            case NEGATIVE -> Texts.get("common.encoding.word.negative");
            case OFFSET -> Texts.get("common.encoding.word.offset");
        };
    }
}
