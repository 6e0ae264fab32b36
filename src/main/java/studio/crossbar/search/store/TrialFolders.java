package studio.crossbar.search.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.crossbar.design.Design;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.search.Trial;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.study.ResultStore;

/** Weights, histories and checkpoints of trials: each in a folder that is laid out as a project's results. */
final class TrialFolders {

    private final Path folder;

    TrialFolders(Path folder) {
        this.folder = folder;
    }

    /** The trial as a project whose results are kept, but whose settings are not. */
    Project project(long id, Design design) {
        return new Project(folder.resolve(name(id)), ProjectSettings.named("trial " + id), design);
    }

    private static String name(long id) {
        return String.format("%06d", id);
    }

    /** Deletes folders without a trial, and what a killed process left in the others. */
    void clean(List<Trial> trials, Design any) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Map<String, Trial> byName =
                trials.stream().collect(Collectors.toMap(trial -> name(trial.id()), Function.identity()));
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            for (Path entry : found) {
                Trial trial = byName.get(entry.getFileName().toString());
                if (trial == null) {
                    delete(entry);
                } else {
                    discardLeftovers(trial, any);
                }
            }
        }
    }

    private void discardLeftovers(Trial trial, Design any) throws IOException {
        try {
            new ResultStore(project(trial.id(), any))
                    .discardLeftovers(trial.state().terminal());
        } catch (JsonFormatException e) {
            // Nothing says what is left over; the trial will fail by name, if it goes on.
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
