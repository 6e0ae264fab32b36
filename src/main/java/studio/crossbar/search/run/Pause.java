package studio.crossbar.search.run;

/** Lets workers wait while a search is paused, and counts the time, which is no work on the search. */
final class Pause {

    private static final long NAP_MILLISECONDS = 100;

    private final SearchControl control;
    private int waiting;
    private long since;
    private long nanoseconds;

    Pause(SearchControl control) {
        this.control = control;
    }

    /** Waits while the search is paused; then says whether it is cancelled. Any thread. */
    boolean cancelled() {
        if (waits()) {
            enter();
            try {
                while (waits()) {
                    Thread.sleep(NAP_MILLISECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                leave();
            }
        }
        return control.cancelled();
    }

    private boolean waits() {
        return control.paused() && !control.cancelled();
    }

    private synchronized void enter() {
        if (waiting++ == 0) {
            since = System.nanoTime();
        }
    }

    private synchronized void leave() {
        if (--waiting == 0) {
            nanoseconds += System.nanoTime() - since;
        }
    }

    /** Time during which at least one worker waited, s. */
    synchronized double seconds() {
        return (nanoseconds + (waiting > 0 ? System.nanoTime() - since : 0)) * 1e-9;
    }
}
