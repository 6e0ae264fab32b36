package studio.crossbar.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A file that an option names for results: it is whole or as it was before. */
final class ResultFile {

    /** Writes results. */
    @FunctionalInterface
    interface Content {

        void write(Path file) throws IOException;
    }

    private ResultFile() {}

    /**
     * Writes {@code file}. Devices, pipes and what links lead to are written where they are.
     *
     * @param option that names it
     * @throws IOException naming option, file and remedy
     */
    static void write(String option, Path file, Content content) throws IOException {
        try {
            if (replaceable(file)) {
                replace(file, content);
            } else {
                content.write(file);
            }
        } catch (IOException e) {
            throw new IOException(
                    option + ": " + file + " cannot be written (" + reason(e)
                            + "); check space and permissions there, or name another file",
                    e);
        }
    }

    private static boolean replaceable(Path file) {
        return !Files.exists(file)
                || Files.isRegularFile(file)
                        && !Files.isSymbolicLink(file)
                        && Files.isWritable(file.toAbsolutePath().resolveSibling(""));
    }

    private static void replace(Path file, Content content) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            content.write(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** What the system says, without the path that it says it of. */
    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException _ -> "no permission";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default -> String.valueOf(cause.getMessage());
        };
    }
}
