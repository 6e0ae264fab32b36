package studio.crossbar.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files that appear in a folder together or not at all: all are written under temporary names first, then renamed, and
 * if a rename fails the earlier files come back.
 */
final class FileSet {

    /** Writes one file. */
    interface Content {

        void write(OutputStream out) throws IOException;
    }

    private final Map<String, Content> contents = new LinkedHashMap<>();

    FileSet add(String name, Content content) {
        contents.put(name, content);
        return this;
    }

    /** What was added, by name. */
    Map<String, Content> contents() {
        return Collections.unmodifiableMap(contents);
    }

    /**
     * Writes all files to {@code folder}, which is created if it is missing.
     *
     * @return the files, in the order in which they were added
     * @throws IOException with path and remedy; earlier files of the same names are then as before
     */
    List<Path> writeTo(Path folder) throws IOException {
        create(folder);
        String suffix = "." + UUID.randomUUID() + ".part";
        List<Path> temporary = new ArrayList<>();
        try {
            for (Map.Entry<String, Content> entry : contents.entrySet()) {
                String name = entry.getKey();
                Path target = folder.resolve(name);
                if (Files.isDirectory(target)) {
                    throw new IOException(
                            target + " is a folder, but a file of this name is to be written; rename the folder");
                }
                temporary.add(folder.resolve("." + name + suffix));
                fill(temporary.getLast(), entry.getValue(), target);
            }
            return swapIn(folder, suffix);
        } finally {
            for (Path file : temporary) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void create(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(folder + " is a file; choose a folder", e);
        } catch (IOException e) {
            throw explained(folder, e);
        }
    }

    private static void fill(Path temporary, Content content, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW)) {
            content.write(out);
        } catch (IOException e) {
            throw explained(target, e);
        }
    }

    private List<Path> swapIn(Path folder, String suffix) throws IOException {
        Map<Path, Path> earlier = new LinkedHashMap<>();
        List<Path> written = new ArrayList<>();
        try {
            for (String name : contents.keySet()) {
                Path target = folder.resolve(name);
                try {
                    if (Files.exists(target)) {
                        Path copy = folder.resolve("." + name + suffix + ".old");
                        earlier.put(target, copy);
                        Files.copy(target, copy, StandardCopyOption.COPY_ATTRIBUTES);
                    }
                    Files.move(folder.resolve("." + name + suffix), target, StandardCopyOption.ATOMIC_MOVE);
                    written.add(target);
                } catch (IOException e) {
                    throw explained(target, e);
                }
            }
            return List.copyOf(written);
        } catch (IOException e) {
            for (Path target : written) {
                restore(target, earlier.get(target), e);
            }
            throw e;
        } finally {
            for (Path copy : earlier.values()) {
                Files.deleteIfExists(copy);
            }
        }
    }

    private static void restore(Path target, @Nullable Path copy, IOException cause) {
        try {
            if (copy == null) {
                Files.deleteIfExists(target);
            } else {
                Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static IOException explained(Path path, IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return new IOException(
                    path
                            + " cannot be written: no permission, or it is open elsewhere; close it or choose another folder",
                    cause);
        }
        IOException first = cause;
        while (first.getCause() instanceof IOException deeper) {
            first = deeper;
        }
        String reason = first instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(first.getMessage());
        return new IOException(
                path + " cannot be written: " + reason + "; make room there or choose another folder", cause);
    }
}
