package studio.crossbar.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out before long work whether its results can be written, so that hours are not lost to a full disk. */
public final class WriteProbe {

    private static final int MEBIBYTE = 1 << 20;

    private WriteProbe() {}

    /**
     * Writes {@code bytes} bytes to {@code folder}, which is created where missing, and deletes them again.
     *
     * @throws ProjectException naming folder and remedy
     */
    public static void require(Path folder, long bytes) throws ProjectException {
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, ".probe-", ".tmp");
            try {
                AtomicFiles.force(probe, new byte[Math.toIntExact(bytes)]);
            } finally {
                Files.deleteIfExists(probe);
            }
        } catch (IOException e) {
            throw new ProjectException(
                    folder + ": results cannot be written there (" + Project.reason(e) + "); make "
                            + Math.ceilDiv(bytes, MEBIBYTE)
                            + " MiB free, allow writing, or copy the project to another folder",
                    e);
        }
    }
}
