package studio.crossbar.ui.common;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Something that went wrong, as the user is told.
 *
 * @param title what happened
 * @param message to which item, and what to do
 * @param details for a report; folds out
 */
public record Problem(String title, String message, String details) {

    /** Told of problems. */
    @FunctionalInterface
    public interface Sink {
        void report(Problem problem);
    }

    /** A problem from an exception whose message was written for the user. */
    public static Problem of(String title, Throwable cause) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        String message = cause.getMessage();
        return new Problem(
                title,
                message == null || message.isBlank()
                        ? Texts.format(
                                "common.error.unexpected", cause.getClass().getSimpleName())
                        : message,
                trace.toString());
    }
}
