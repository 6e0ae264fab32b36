package studio.crossbar.ui.common;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** What a job said, one line a message with its time; the newest lines are kept. Any thread. */
final class JobLog {

    /** Lines; a search says something after each of thousands of trials. */
    static final int MOST = 200;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Deque<String> lines = new ArrayDeque<>();
    private String last = "";
    private int dropped;

    /** Adds a line, unless the job says what it said last. */
    synchronized void add(String message) {
        if (message.equals(last)) {
            return;
        }
        last = message;
        lines.addLast(TIME.format(LocalTime.now()) + "  " + message);
        if (lines.size() > MOST) {
            lines.removeFirst();
            dropped++;
        }
    }

    /** The lines, the oldest first, and how many are no longer kept. */
    synchronized String text() {
        String kept = String.join("\n", lines);
        return dropped == 0 ? kept : Texts.format("common.job.log.dropped", dropped, kept);
    }
}
