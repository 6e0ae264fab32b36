package studio.crossbar.hardware;

import java.util.List;

/**
 * Which {@link Encoding} each sub-matrix of every layer takes: one rule for all layers ({@link Polarity}), or one entry a
 * sub-matrix ({@link PolarityMap}).
 */
public sealed interface PolarityAssignment permits Polarity, PolarityMap {

    /** Encodings in use, each once. */
    List<Encoding> encodings();

    /**
     * Planes into which a layer's input channels are dealt before its rows are divided into row blocks: channel {@code c}
     * goes to plane {@code c mod channelGroups}, and each plane starts a row block.
     */
    int channelGroups();

    /** Whether encodings may change from one column block to the next. */
    boolean byColumns();

    /**
     * Encoding of one sub-matrix.
     *
     * @param layer index among the layers with weights
     * @param plane of the row block, 0 … {@code channelGroups − 1}
     * @param rowBlock index of the row block in its layer
     * @param columnBlock index of the column block in its layer; 0 unless {@link #byColumns}
     * @throws IllegalArgumentException if there is no entry for it
     */
    Encoding encoding(int layer, int plane, int rowBlock, int columnBlock);

    /** Whether some weights are bound to one sign, which training must learn under. */
    default boolean unipolar() {
        return encodings().stream().anyMatch(Encoding::unipolar);
    }
}
