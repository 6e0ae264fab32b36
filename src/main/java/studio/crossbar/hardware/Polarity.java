package studio.crossbar.hardware;

import java.util.List;

/** One rule for all layers. */
public enum Polarity implements PolarityAssignment {
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
    ROW_BLOCK(Encoding.POSITIVE, Encoding.NEGATIVE),
    /** Signed weights on one cell each, and a correction column a tile. */
    OFFSET(Encoding.OFFSET);

    private final List<Encoding> encodings;

    Polarity(Encoding... encodings) {
        this.encodings = List.of(encodings);
    }

    /** Encodings in turn: input channel {@code c} uses the one at {@code c mod size}. */
    @Override
    public List<Encoding> encodings() {
        return encodings;
    }

    @Override
    public int channelGroups() {
        return encodings.size();
    }

    @Override
    public boolean byColumns() {
        return false;
    }

    @Override
    public Encoding encoding(int layer, int plane, int rowBlock, int columnBlock) {
        return encodings.get(plane);
    }
}
