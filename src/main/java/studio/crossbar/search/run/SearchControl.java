package studio.crossbar.search.run;

/** What running work asks whoever started it, several times a second, from any thread. */
@FunctionalInterface
public interface SearchControl {

    /** Whether to stop; what was done is kept. */
    boolean cancelled();

    /** Whether to wait until it no longer says so, or {@link #cancelled} does. */
    default boolean paused() {
        return false;
    }
}
