package studio.crossbar.search.store;

import java.nio.file.Files;
import java.nio.file.Path;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;
import studio.crossbar.study.WorkLock;
import studio.crossbar.study.WriteProbe;

/**
 * Where the search of a project lies: its database, a folder a trial, and the lock of the process that works on it.
 *
 * @param path of the folder
 */
record SearchFolder(Path path) {

    private static final String NAME = "search";
    private static final String DATABASE = "search.sqlite";
    private static final String TRIALS = "trials";
    private static final String LOCK = "search";
    private static final long PROBE_BYTES = 1 << 20;

    static SearchFolder of(Project project) {
        return new SearchFolder(project.folder().resolve(NAME));
    }

    Path database() {
        return path.resolve(DATABASE);
    }

    TrialFolders trials() {
        return new TrialFolders(path.resolve(TRIALS));
    }

    boolean holdsSearch() {
        return Files.isRegularFile(database());
    }

    /** Whether a process works on the search. */
    boolean taken() {
        return WorkLock.taken(path, LOCK);
    }

    /**
     * Makes the folder where missing, and takes it for this process.
     *
     * @throws ProjectException if another process works on the search, or the disk is full or cannot be written
     */
    WorkLock take() throws ProjectException {
        WriteProbe.require(path, PROBE_BYTES);
        return WorkLock.take(
                path,
                LOCK,
                "works on this search; wait for it or stop it (\"crossbar front\" shows meanwhile what is there)");
    }
}
