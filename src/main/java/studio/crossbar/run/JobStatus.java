package studio.crossbar.run;

/**
 * How far a job is.
 *
 * @param state in its life
 * @param progress share done, 0 … 1
 * @param message what is being done, or how it ended
 */
public record JobStatus(State state, double progress, String message) {

    /** Life of a job; it ends in one of the last three. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        /** Whether nothing more will happen. */
        public boolean terminal() {
            return compareTo(RUNNING) > 0;
        }
    }
}
