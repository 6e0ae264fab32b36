package studio.crossbar.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobStatus;
import studio.crossbar.run.UpdateThrottle;

/**
 * One line on the error stream that shows how far a job is: rewritten in place on a terminal, elsewhere a new line
 * every tenth.
 */
final class ProgressBar implements AutoCloseable {

    /** Shows nothing. */
    static final ProgressBar HIDDEN = new ProgressBar("", null, false);

    /** System property by which a parent process that holds the terminal says so: "true". */
    static final String TERMINAL_PROPERTY = "crossbar.terminal";

    private static final int CELLS = 24;
    private static final int LINE = 100;

    private final String title;
    private final @Nullable PrintWriter err;
    private final boolean terminal;
    private int tenths = -1;
    private boolean closed;

    private ProgressBar(String title, @Nullable PrintWriter err, boolean terminal) {
        this.title = title;
        this.err = err;
        this.terminal = terminal;
    }

    /** Shows {@code job} on {@code err} until closed. */
    static ProgressBar show(Job<?> job, PrintWriter err) {
        ProgressBar bar = new ProgressBar(job.title(), err, terminal());
        UpdateThrottle<JobStatus> throttle = new UpdateThrottle<>(bar::draw, Runnable::run);
        job.onChange(throttle::offer);
        return bar;
    }

    /** Whether the error stream is one. */
    static boolean terminal() {
        return Boolean.getBoolean(TERMINAL_PROPERTY)
                || (System.console() != null && System.console().isTerminal());
    }

    /** Draws the bar unless closed. */
    synchronized void draw(JobStatus status) {
        if (closed || err == null || status.state() != JobStatus.State.RUNNING) {
            return;
        }
        int filled = (int) Math.floor(CELLS * status.progress());
        String line = String.format(
                "%s [%s%s] %3d %%  %s",
                title,
                "#".repeat(filled),
                ".".repeat(CELLS - filled),
                (int) Math.floor(100 * status.progress()),
                status.message());
        if (terminal) {
            String cut = line.length() <= LINE ? line : line.substring(0, LINE);
            err.print("\r" + cut + " ".repeat(LINE - cut.length()));
        } else if ((int) Math.floor(10 * status.progress()) > tenths) {
            tenths = (int) Math.floor(10 * status.progress());
            err.println(line);
        }
        err.flush();
    }

    /** Removes the bar from a terminal. */
    @Override
    public synchronized void close() {
        if (!closed && err != null && terminal) {
            err.print("\r" + " ".repeat(LINE) + "\r");
            err.flush();
        }
        closed = true;
    }
}
