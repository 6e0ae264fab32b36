package studio.crossbar.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import studio.crossbar.simulation.irdrop.NotConvergedException;

/** One line for what went wrong. */
final class Failure {

    private Failure() {}

    /** What, where, remedy; empty for a cancellation, which whoever asked for it reports. */
    static Optional<String> describe(Throwable failure) {
        String message = oneLine(String.valueOf(failure.getMessage()));
        return switch (failure) {
            case CancellationException _ -> Optional.empty();
            case FileSystemException e ->
                Optional.of((e.getFile() == null ? "a file" : e.getFile()) + " " + problem(e)
                        + "; check the path and its permissions");
            case UncheckedIOException e when !saysMore(e) -> describe(Objects.requireNonNull(e.getCause()));
            case UncheckedIOException _ -> Optional.of(message);
            case IOException _, IllegalArgumentException _, NotConvergedException _ -> Optional.of(message);
            case OutOfMemoryError _ ->
                Optional.of("not enough memory; use a smaller network or batch, or give the machine more");
            default -> Optional.of("unexpected " + failure + " at " + place(failure) + "; please report it");
        };
    }

    /** Whether the message is its own, not that of what it wraps. */
    private static boolean saysMore(UncheckedIOException failure) {
        IOException cause = failure.getCause();
        return cause == null || !cause.toString().equals(failure.getMessage());
    }

    /** What the system found, as the end of a sentence about the file. */
    private static String problem(FileSystemException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "does not exist";
            case AccessDeniedException _ -> "may not be read or written";
            case FileAlreadyExistsException _ -> "is there already";
            case NotDirectoryException _ -> "is no folder";
            case DirectoryNotEmptyException _ -> "is a folder that is not empty";
            default ->
                "cannot be used" + (failure.getReason() == null ? "" : " (" + oneLine(failure.getReason()) + ")");
        };
    }

    static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static String place(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }
}
