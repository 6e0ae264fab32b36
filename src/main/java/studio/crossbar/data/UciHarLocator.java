package studio.crossbar.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds UCI HAR at or in a path: the nearest folder that holds its label files, or archive that bears its name. Folders
 * are searched {@value #DEPTH} levels down, each level in alphabetic order.
 */
final class UciHarLocator {

    static final int DEPTH = 3;

    private static final Pattern ARCHIVE =
            Pattern.compile("[^.].*\\.(zip|tar\\.gz|tgz|tar\\.xz)", Pattern.CASE_INSENSITIVE);

    /** The distribution's own name and that of the archive around it on the repository's site. */
    private static final Pattern NAME = Pattern.compile("uci[ +_-]?har|human[ +_-]activity", Pattern.CASE_INSENSITIVE);

    private static final List<String> LABELS =
            List.of("y_train.txt", "y_test.txt", "train/y_train.txt", "test/y_test.txt");

    private UciHarLocator() {}

    /** What {@link UciHarReader} shall read; a file is taken as it is, whatever its name. */
    static Optional<Path> find(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return Optional.of(path);
        }
        List<Path> level = Files.isDirectory(path) ? List.of(path) : List.of();
        for (int depth = 0; depth <= DEPTH && !level.isEmpty(); depth++) {
            List<Path> below = new ArrayList<>();
            for (Path folder : level) {
                if (LABELS.stream().anyMatch(name -> Files.exists(folder.resolve(name)))) {
                    return Optional.of(folder);
                }
                for (Path entry : entries(folder, depth > 0)) {
                    if (Files.isDirectory(entry)) {
                        below.add(entry);
                    } else if (isArchive(entry.getFileName().toString())) {
                        return Optional.of(entry);
                    }
                }
            }
            level = below;
        }
        return Optional.empty();
    }

    private static boolean isArchive(String name) {
        return ARCHIVE.matcher(name).matches() && NAME.matcher(name).find();
    }

    private static List<Path> entries(Path folder, boolean mayBePrivate) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (AccessDeniedException e) {
            if (mayBePrivate) {
                return List.of();
            }
            throw e;
        }
    }
}
