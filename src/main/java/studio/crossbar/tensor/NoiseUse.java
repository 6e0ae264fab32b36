package studio.crossbar.tensor;

/**
 * What noise of one seed is for. Each use, layer and index has a stream of its own, so that chips that are evaluated
 * never carry deviates that training has seen.
 */
public enum NoiseUse {
    /** Initial weights of float networks with signs of either kind. */
    INITIAL_SIGNED,
    /** Initial weights under the polarity's signs. */
    INITIAL_POLARITY,
    /** Changes of training samples. */
    AUGMENTATION,
    /** Forward and backward passes. */
    TRAINING,
    /** Statistics of batch normalisation after training. */
    STATISTICS,
    /** Choice of the best epoch. */
    VALIDATION,
    /** Chips whose accuracy is reported. */
    CHIP,
    /** Signs that a search tries. */
    POLARITY_SEARCH;

    private static final int PARTS = Part.values().length;
    private static final int INDEX_BITS = 47;
    private static final int LAYER_BITS = 12;

    /** What is noisy. */
    public enum Part {
        VALUES,
        PROGRAMMING,
        READ
    }

    /**
     * One stream.
     *
     * @param seed chosen by the user
     * @param layer index of a layer, 0 … 4095
     * @param index counts what is drawn apart, such as steps or chips, 0 … 2^47 − 1
     */
    public CounterNoise noise(long seed, Part part, int layer, long index) {
        if (layer < 0 || layer >= 1 << LAYER_BITS || index < 0 || index >= 1L << INDEX_BITS) {
            throw new IllegalArgumentException("stream: layer " + layer + " or index " + index + " is out of range");
        }
        long use = (long) ordinal() * PARTS + part.ordinal();
        return new CounterNoise(seed, use << (LAYER_BITS + INDEX_BITS) | (long) layer << INDEX_BITS | index);
    }
}
