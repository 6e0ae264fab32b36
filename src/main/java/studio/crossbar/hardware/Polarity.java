package studio.crossbar.hardware;

import java.util.List;

/** Which {@link Encoding} the rows of every layer use. */
public enum Polarity {
    /** Signed weights on pairs of cells. */
    DIFFERENTIAL(Encoding.DIFFERENTIAL),
    /** Only positive weights, one cell each. */
    POSITIVE(Encoding.POSITIVE),
    /** Only negative weights, one cell each. */
    NEGATIVE(Encoding.NEGATIVE),
    /**
     * One sign a row block: rows of even input channels hold positive weights, rows of odd ones negative weights, in
     * tiles of their own whose codes are added or subtracted digitally. One cell a weight.
     */
    ROW_BLOCK(Encoding.POSITIVE, Encoding.NEGATIVE);

    private final List<Encoding> encodings;

    Polarity(Encoding... encodings) {
        this.encodings = List.of(encodings);
    }

    /** Encodings in turn: input channel {@code c} uses the one at {@code c mod size}. */
    public List<Encoding> encodings() {
        return encodings;
    }

    /** Whether no weight needs a pair of cells. */
    public boolean unipolar() {
        return encodings.stream().allMatch(Encoding::unipolar);
    }
}
