package studio.crossbar.training;

/** Told of progress on the training thread; asked often enough that a cancellation answers within a second. */
public interface TrainingListener {

    /** Neither listens nor cancels. */
    TrainingListener NONE = new TrainingListener() {};

    /** After each epoch. */
    default void epoch(Epoch epoch) {}

    /**
     * After each batch.
     *
     * @param done share of the whole training, 0 … 1
     * @param loss of the batch, nats
     */
    default void progress(double done, double loss) {}

    /** Whether to stop; then the trainer throws {@link java.util.concurrent.CancellationException}. */
    default boolean cancelled() {
        return false;
    }

    /** Whether to wait after this batch until it no longer says so; a pause changes no result. */
    default boolean paused() {
        return false;
    }
}
