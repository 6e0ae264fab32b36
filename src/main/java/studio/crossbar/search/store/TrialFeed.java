package studio.crossbar.search.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import studio.crossbar.search.Trial;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;

/**
 * Follows the search of a project while this or another process works on it. A look without news costs one query of
 * SQLite's change counter; one with news reads the trials that have changed. Not for several threads.
 */
public final class TrialFeed implements AutoCloseable {

    /** From so many on, reading all is no slower. */
    private static final int MOST_SINGLE = 500;

    private static final long NEVER = -1;

    private final SearchStore store;
    private long version = NEVER;
    private Map<Long, String> known = new HashMap<>();
    private final TreeMap<Long, Trial> trials = new TreeMap<>();
    private List<TestResult> tests = List.of();
    private @Nullable SearchSetup setup;

    private TrialFeed(SearchStore store) {
        this.store = store;
    }

    /**
     * Opens the search of {@code project}, reading nothing yet.
     *
     * @throws ProjectException if there is none, or its database is damaged or of another version
     */
    public static TrialFeed open(Project project) throws ProjectException {
        return new TrialFeed(SearchStore.toRead(project));
    }

    /** Reads what has changed since the last time; false if nothing has. */
    public boolean refresh() throws ProjectException {
        return store.database().ask(this::read);
    }

    private boolean read() throws SQLException, ProjectException {
        Connection connection = store.database().connection();
        long now = counter(connection);
        if (now == version) {
            return false;
        }
        // One transaction, so that trials and what was measured of them belong together.
        connection.setAutoCommit(false);
        try {
            if (setup == null) {
                setup = store.setup().orElse(null);
            }
            readTrials();
            tests = store.testResults();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        version = now;
        return true;
    }

    private static long counter(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA data_version")) {
            return row.getLong(1);
        }
    }

    private void readTrials() throws SQLException {
        Map<Long, String> changes = store.table().changes();
        List<Long> changed = new ArrayList<>();
        changes.forEach((id, when) -> {
            if (!when.equals(known.get(id))) {
                changed.add(id);
            }
        });
        List<Trial> found = changed.size() > MOST_SINGLE
                ? store.table().all()
                : store.table().of(changed);
        found.forEach(trial -> trials.put(trial.id(), trial));
        known = changes;
    }

    /** What the search was begun with; empty before that. */
    public Optional<SearchSetup> setup() {
        return Optional.ofNullable(setup);
    }

    /** All trials in the order of their ids. */
    public List<Trial> trials() {
        return List.copyOf(trials.values());
    }

    /** Results on the test data, the oldest first. */
    public List<TestResult> tests() {
        return tests;
    }

    @Override
    public void close() throws ProjectException {
        store.close();
    }
}
