package studio.crossbar.study;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonText;

/**
 * The folders of a project's trained networks, {@code results/trained-0001} and on. Each is written under another name,
 * forced to the disk and renamed; then {@code results/latest.json} is moved over to name it. So a killed process or a full
 * disk leaves the previous one in force.
 */
final class TrainedFolders {

    /** Fills a folder. */
    interface Content {
        void write(Path folder) throws IOException;
    }

    static final String LATEST = "latest.json";
    private static final String RUN = "trained-";
    private static final String UNFINISHED = ".unfinished-";
    private static final int SCHEMA = 1;

    private final Path folder;

    /** @param folder of a project's results, which need not be there */
    TrainedFolders(Path folder) {
        this.folder = folder;
    }

    /** Whether there is one. */
    boolean any() {
        return Files.exists(folder.resolve(LATEST));
    }

    /**
     * The one in force.
     *
     * @throws JsonFormatException if what names it is damaged, or it is gone
     */
    Path latest() throws JsonFormatException {
        JsonFields json = JsonText.read(folder.resolve(LATEST), "schema", "trained");
        json.requireSchema(SCHEMA);
        String name = json.text("trained");
        if (!isRun(name) || !Files.isDirectory(folder.resolve(name))) {
            throw json.refused("trained", "\"" + name + "\" is no folder beside it", "train again");
        }
        return folder.resolve(name);
    }

    private static boolean isRun(String name) {
        return name.matches(RUN + "\\d{4,9}");
    }

    /** Puts a new one in force; the earlier ones are still there. */
    Path add(Content content) throws IOException {
        Files.createDirectories(folder);
        Path unfinished = Files.createTempDirectory(folder, UNFINISHED);
        try {
            content.write(unfinished);
            Path published = publish(unfinished);
            AtomicFiles.write(folder.resolve(LATEST), pointer(published));
            return published;
        } finally {
            delete(unfinished);
        }
    }

    /** Renames the finished folder to the first free number; another process may take one at the same time. */
    private Path publish(Path unfinished) throws IOException {
        int number = 1
                + (int) runs().stream().mapToLong(TrainedFolders::number).max().orElse(0);
        while (true) {
            Path run = folder.resolve(String.format("%s%04d", RUN, number));
            try {
                Files.move(unfinished, run);
                AtomicFiles.forceFolder(folder);
                return run;
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
                number++;
            }
        }
    }

    /** What puts {@code run} in force. */
    static String pointer(Path run) {
        return JsonText.write(JsonNodeFactory.instance
                .objectNode()
                .put("schema", SCHEMA)
                .put("trained", run.getFileName().toString()));
    }

    private List<Path> runs() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isRun(file.getFileName().toString())).toList();
        }
    }

    private static long number(Path run) {
        return Long.parseLong(run.getFileName().toString().substring(RUN.length()));
    }

    /** Deletes those of before {@code latest}, and what a process killed long ago left unfinished. */
    void deleteBefore(Path latest) throws IOException {
        for (Path run : runs()) {
            if (number(run) < number(latest)) {
                delete(run);
            }
        }
        Instant longAgo = Instant.now().minus(Duration.ofHours(1));
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (Path leftover : leftovers) {
                if (Files.getLastModifiedTime(leftover).toInstant().isBefore(longAgo)) {
                    delete(leftover);
                }
            }
        }
    }

    /**
     * Deletes all but the one in force.
     *
     * @param training whether the state of a training that has not ended is deleted too
     */
    void discardLeftovers(boolean training) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Path current = any() ? latest() : null;
        List<Path> leftovers = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                boolean other = isRun(name) && !file.equals(current);
                if (name.startsWith(".") || other || (training && name.equals(CheckpointFile.NAME))) {
                    leftovers.add(file);
                }
            }
        }
        for (Path leftover : leftovers) {
            delete(leftover);
        }
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
