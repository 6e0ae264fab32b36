package studio.crossbar.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what a path holds: a file by its name, an archive by the names within, a folder by its files. Below a folder
 * data sets are searched {@value #DEPTH} levels down, each level in alphabetic order, as folders or as archives that bear
 * their name; the nearest of each kind counts. CSV and NPY are not searched below a folder, since any file may be one.
 */
final class DataLocator {

    static final int DEPTH = 3;

    /** Names are all that is read; contents are skipped, however large. */
    private static final long LIMIT_BYTES = 1L << 33;

    private static final List<String> HAR_LABELS =
            List.of("y_train.txt", "y_test.txt", "train/y_train.txt", "test/y_test.txt");

    private final @Nullable DataKind required;
    private final @Nullable DataKind likely;
    private final BooleanSupplier cancelled;
    private final Map<DataKind, Path> found = new EnumMap<>(DataKind.class);

    private DataLocator(@Nullable DataKind required, @Nullable DataKind likely, BooleanSupplier cancelled) {
        this.required = required;
        this.likely = likely;
        this.cancelled = cancelled;
    }

    /**
     * What there is, by kind.
     *
     * @param required the only kind that counts; null for any
     * @param likely the kind that ends the search; null for none
     * @param cancelled whether to end with a {@link java.util.concurrent.CancellationException}
     * @return what the kinds' readers are to read; formats only where there is no data set
     * @throws DataFormatException if an archive cannot be read
     */
    static Map<DataKind, Path> find(
            Path path, @Nullable DataKind required, @Nullable DataKind likely, BooleanSupplier cancelled)
            throws IOException {
        DataLocator locator = new DataLocator(required, likely, cancelled);
        if (Files.isRegularFile(path)) {
            locator.file(path);
        } else if (Files.isDirectory(path)) {
            locator.search(path);
        }
        if (required == null && locator.found.keySet().stream().anyMatch(DataKind::dataSet)) {
            locator.found.keySet().removeIf(kind -> !kind.dataSet());
        }
        return locator.found;
    }

    private void add(DataKind kind, Path path) {
        if (required == null || required == kind) {
            found.putIfAbsent(kind, path);
        }
    }

    private void file(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        if (required == DataKind.CSV || DataKind.CSV.claims(name)) {
            add(DataKind.CSV, path);
        } else if (FileTree.isArchive(name)) {
            archive(path);
        } else {
            for (DataKind kind : List.of(DataKind.CIFAR_10, DataKind.MNIST, DataKind.NPY)) {
                Path folder = path.toAbsolutePath().getParent();
                if (kind.claims(name) && folder != null) {
                    add(kind, folder);
                }
            }
        }
    }

    /** The first file of a data set decides; formats only if there is none. */
    private void archive(Path path) throws IOException {
        if (required != null) {
            add(required, path);
            return;
        }
        FileTree tree = new FileTree(path, LIMIT_BYTES, cancelled);
        tree.visit((name, content) -> {
            for (DataKind kind : DataKind.values()) {
                if (kind.claims(FileTree.baseName(name))) {
                    add(kind, path);
                    if (kind.dataSet()) {
                        tree.stop();
                    }
                }
            }
        });
    }

    private void search(Path root) throws IOException {
        List<Path> level = List.of(root);
        for (int depth = 0; depth <= DEPTH && !level.isEmpty() && !ended(); depth++) {
            List<Path> below = new ArrayList<>();
            for (Path folder : level) {
                Cancellable.check(cancelled);
                List<Path> entries = entries(folder, depth > 0);
                if (folder(folder, entries, depth == 0)) {
                    continue;
                }
                for (Path entry : entries) {
                    if (Files.isDirectory(entry)) {
                        below.add(entry);
                    } else {
                        named(entry);
                    }
                }
            }
            level = below;
        }
    }

    private boolean ended() {
        return (required != null && found.containsKey(required)) || (likely != null && found.containsKey(likely));
    }

    /** Whether the folder is itself a data set. */
    private boolean folder(Path folder, List<Path> entries, boolean top) {
        boolean any = false;
        if (HAR_LABELS.stream().anyMatch(name -> Files.exists(folder.resolve(name)))) {
            add(DataKind.HAR, folder);
            any = true;
        }
        for (DataKind kind : DataKind.values()) {
            boolean has = kind != DataKind.HAR
                    && (top || kind.dataSet())
                    && entries.stream().anyMatch(e -> kind.claims(String.valueOf(e.getFileName())));
            if (has) {
                add(kind, folder);
                any |= kind.dataSet();
            }
        }
        return any;
    }

    private void named(Path file) {
        for (DataKind kind : DataKind.values()) {
            if (kind.names(String.valueOf(file.getFileName()))) {
                add(kind, file);
            }
        }
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
