package studio.crossbar.ui.welcome;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.study.CheckpointFile;
import studio.crossbar.study.Draft;
import studio.crossbar.study.DraftFiles;
import studio.crossbar.study.Project;

/** Looks for what an ended process left unfinished. What another running one works on is left to it. */
final class UnfinishedFinder {

    private final DraftFiles drafts;

    UnfinishedFinder(DraftFiles drafts) {
        this.drafts = drafts;
    }

    /**
     * What is unfinished in the projects that have drafts and in those in {@code recent}, newest first. Files are read; call in
     * the background.
     */
    List<Unfinished> find(List<Path> recent) throws IOException {
        Map<Path, Instant> edited = new HashMap<>();
        for (Draft draft : drafts.all()) {
            edited.put(draft.folder(), draft.written());
        }
        Set<Path> folders = new LinkedHashSet<>(edited.keySet());
        folders.addAll(recent);
        List<Unfinished> found = new ArrayList<>();
        for (Path folder : folders) {
            if (Project.isProject(folder)) {
                add(folder, Optional.ofNullable(edited.get(folder)), found);
            }
        }
        found.sort(Comparator.comparing(Unfinished::kept).reversed());
        return found;
    }

    private static void add(Path folder, Optional<Instant> edited, List<Unfinished> found) {
        try {
            Project project = Project.open(folder);
            Optional<Instant> training = CheckpointFile.unfinished(project);
            edited.ifPresent(kept -> found.add(new Unfinished(
                    training.isPresent() ? Unfinished.Kind.EDITS_AND_TRAINING : Unfinished.Kind.EDITS, folder, kept)));
            if (edited.isEmpty()) {
                training.ifPresent(kept -> found.add(new Unfinished(Unfinished.Kind.TRAINING, folder, kept)));
            }
            SearchStore.unfinished(project)
                    .ifPresent(kept -> found.add(new Unfinished(Unfinished.Kind.SEARCH, folder, kept)));
        } catch (IOException e) {
            log().info("{} is not looked through: {}", folder, e.getMessage());
        }
    }

    /** Made only when there is something to say, so that the log is not set up at the start. */
    private static Logger log() {
        return LoggerFactory.getLogger(UnfinishedFinder.class);
    }
}
