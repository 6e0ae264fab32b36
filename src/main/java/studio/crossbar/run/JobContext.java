package studio.crossbar.run;

/** What running work tells its job and asks it. */
public interface JobContext {

    /**
     * Reports progress; cheap, may be called often.
     *
     * @param done share, 0 … 1
     * @param message what is being done
     */
    void progress(double done, String message);

    /** Whether to stop with a {@link java.util.concurrent.CancellationException}; ask several times a second. */
    boolean cancelled();

    /** Whether to wait until it no longer says so, or {@link #cancelled} does; ask as often. Work may ignore it. */
    default boolean paused() {
        return false;
    }
}
