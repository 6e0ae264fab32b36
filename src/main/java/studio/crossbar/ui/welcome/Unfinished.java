package studio.crossbar.ui.welcome;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What can be gone on with in a project.
 *
 * @param kind what it is
 * @param folder of the project, absolute
 * @param kept when it was kept last
 */
record Unfinished(Kind kind, Path folder, Instant kept) {

    enum Kind {
        /** Edits that were not saved. */
        EDITS,
        /** The same, and a training, which may be of what was edited. */
        EDITS_AND_TRAINING,
        /** A training that has not ended. */
        TRAINING,
        /** A search that has not ended. */
        SEARCH
    }

    /** Name of the project's folder. */
    String name() {
        return folder.getFileName() == null
                ? folder.toString()
                : folder.getFileName().toString();
    }
}
