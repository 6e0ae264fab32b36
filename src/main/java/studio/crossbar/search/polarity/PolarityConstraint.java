package studio.crossbar.search.polarity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.PolarityMap;

/** Which encodings a search may give a sub-matrix, and which sub-matrices that fixes. */
public enum PolarityConstraint {
    /** Both signs, or either. */
    FREE(null, Encoding.POSITIVE, Encoding.NEGATIVE, Encoding.DIFFERENTIAL),
    /** Positive weights alone, so that nothing is left to choose. */
    ONLY_POSITIVE(null, Encoding.POSITIVE),
    /** One sign a layer. */
    UNIPOLAR_LAYER(PolarityMap.Granularity.LAYER, Encoding.POSITIVE, Encoding.NEGATIVE),
    /** One sign a row block. */
    UNIPOLAR_ROW_BLOCK(PolarityMap.Granularity.ROW_BLOCK, Encoding.POSITIVE, Encoding.NEGATIVE);

    private final PolarityMap.@Nullable Granularity granularity;
    private final List<Encoding> choices;

    PolarityConstraint(PolarityMap.@Nullable Granularity granularity, Encoding... choices) {
        this.granularity = granularity;
        this.choices = List.of(choices);
    }

    /** Granularity that the constraint speaks of; null for any. */
    public PolarityMap.@Nullable Granularity granularity() {
        return granularity;
    }

    /** Encodings allowed. */
    public List<Encoding> choices() {
        return choices;
    }

    /** Whether the choices differ in price, so that λ matters. */
    public boolean priced() {
        return choices.contains(Encoding.DIFFERENTIAL);
    }
}
