package studio.crossbar.network.onnx;

/**
 * An axis of samples, of more than one position; those of one position are left out of a {@link Layout}.
 *
 * @param role what it counts
 * @param index tells the input's axes apart
 * @param size positions; {@link #ANY} for the batch
 */
record Axis(Role role, int index, int size) {

    static final int ANY = -1;
    static final Axis BATCH = new Axis(Role.BATCH, 0, ANY);

    /** Axes of the graph's input are {@code RAW} until an operator tells what they are. */
    enum Role {
        BATCH,
        CHANNEL,
        HEIGHT,
        WIDTH,
        RAW
    }
}
