package studio.crossbar.cost;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Converters of the bit lines of a technology.
 *
 * @param columnsPerAdc columns that take turns at one ADC
 * @param standard kind of ADC that is built unless another is chosen
 * @param adcs those that may be chosen
 */
public record ColumnParts(Quantity columnsPerAdc, AdcKind standard, Map<AdcKind, ConverterTable> adcs) {

    public ColumnParts {
        columnsPerAdc.checkWhole("columnsPerAdc", "columns", 1, 4096);
        if (adcs.containsKey(AdcKind.TECHNOLOGY)) {
            throw new IllegalArgumentException("adcs.TECHNOLOGY: is no kind of its own; name one, such as SAR");
        }
        if (!adcs.containsKey(standard)) {
            throw new IllegalArgumentException("standard: " + standard + " is none of the adcs, which are "
                    + adcs.keySet() + "; name one of these");
        }
        adcs = Collections.unmodifiableMap(new EnumMap<>(adcs));
    }

    /** Kinds that are built with {@code bits}. */
    List<AdcKind> kindsOf(int bits) {
        return adcs.keySet().stream()
                .filter(kind -> table(kind).builds(bits))
                .sorted()
                .toList();
    }

    /**
     * Table of a kind.
     *
     * @throws IllegalArgumentException if the technology has none
     */
    public ConverterTable table(AdcKind kind) {
        ConverterTable table = adcs.get(kind == AdcKind.TECHNOLOGY ? standard : kind);
        if (table == null) {
            throw new IllegalArgumentException(
                    "adc: " + kind + " is none of the technology's, which are " + adcs.keySet());
        }
        return table;
    }
}
