package studio.crossbar.search;

/** How far a {@link Trial} has come. */
public enum State {
    /** Waits for a worker, from its last finished rung. */
    QUEUED,
    /** A worker trains or evaluates it. */
    RUNNING,
    /** Measured at the highest rung. */
    FINISHED,
    /** Not promoted, or dominated: measured at a lower rung only. */
    STOPPED,
    /** Refused before training: impossible, or beyond a constraint. */
    INFEASIBLE,
    /** Ended by an error; the reason says which. */
    FAILED;

    /** Whether nothing more happens to the trial. */
    public boolean terminal() {
        return this != QUEUED && this != RUNNING;
    }
}
