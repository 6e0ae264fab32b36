package studio.crossbar.ui.common;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobRunner;
import studio.crossbar.study.Project;

/** Folders of the projects that were opened, newest first. Use on the user interface's thread. */
public final class RecentProjects {

    /** Older ones are forgotten. */
    public static final int MOST = 12;

    /**
     * A project that was opened.
     *
     * @param folder absolute
     * @param missing whether no project is there now
     */
    public record Entry(Path folder, boolean missing) {

        /** Name of the folder. */
        public String name() {
            return folder.getFileName() == null
                    ? folder.toString()
                    : folder.getFileName().toString();
        }
    }

    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObservableList<Entry> entriesView = FXCollections.unmodifiableObservableList(entries);
    private final JobRunner lookers = new JobRunner();
    private final Executor ui;

    /** The projects in {@code folders}, newest first, none missing until {@link #refresh} says so. */
    public RecentProjects(List<String> folders, Executor ui) {
        this.ui = ui;
        folders.stream().limit(MOST).forEach(folder -> entries.add(new Entry(Path.of(folder), false)));
    }

    public ObservableList<Entry> entries() {
        return entriesView;
    }

    /** Folders to remember, newest first. */
    public List<String> folders() {
        return entries.stream().map(entry -> entry.folder().toString()).toList();
    }

    /** The newest that is neither missing nor {@code open}. */
    public Optional<Entry> before(@Nullable OpenProject open) {
        Path shown = open == null ? null : open.folder().toAbsolutePath().normalize();
        return entries.stream()
                .filter(entry -> !entry.missing() && !entry.folder().equals(shown))
                .findFirst();
    }

    /** Puts a project first that was just opened. */
    public void opened(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        List<Entry> changed = new ArrayList<>(entries);
        changed.removeIf(entry -> entry.folder().equals(whole));
        changed.addFirst(new Entry(whole, false));
        entries.setAll(changed.subList(0, Math.min(MOST, changed.size())));
    }

    /** Forgets a project; its folder stays. */
    public void remove(Entry entry) {
        entries.removeIf(other -> other.folder().equals(entry.folder()));
    }

    /** Looks in the background which projects are missing: a folder may lie on a drive that answers slowly. */
    public void refresh() {
        List<Path> asked = entries.stream().map(Entry::folder).toList();
        Job<List<Path>> job = lookers.start(new Job<>(
                "recent",
                context -> asked.stream()
                        .filter(folder -> !Project.isProject(folder))
                        .toList()));
        var _ = job.outcome().thenAccept(missing -> ui.execute(() -> mark(asked, missing)));
    }

    private void mark(List<Path> asked, List<Path> missing) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Entry now = new Entry(entry.folder(), missing.contains(entry.folder()));
            if (asked.contains(entry.folder()) && !now.equals(entry)) {
                entries.set(i, now);
            }
        }
    }
}
