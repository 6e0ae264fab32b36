package studio.crossbar.search.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.design.DesignJson;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.search.SearchSpaceJson;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;
import studio.crossbar.study.WorkLock;
import studio.crossbar.study.WriteProbe;

/**
 * The search of a project: its database {@code search/search.sqlite}, and a folder {@code search/trials/000001} a trial. One
 * process at a time writes; any number read meanwhile. What a method has written is on the disk when it returns, or not at
 * all. Methods may be called from any thread.
 */
public final class SearchStore implements AutoCloseable {

    private static final String FOLDER = "search";
    private static final String DATABASE = "search.sqlite";
    private static final String LOCK = "search";
    private static final long PROBE_BYTES = 1 << 20;

    private final Path folder;
    private final DatabaseFile file;
    private final Connection connection;
    private final TrialTable table;
    private final SessionTable sessions;
    private final TestTable tests;
    private final TrialFolders trials;
    private final @Nullable WorkLock lock;
    private long session;

    private SearchStore(Path folder, DatabaseFile file, Connection connection, @Nullable WorkLock lock) {
        this.folder = folder;
        this.file = file;
        this.connection = connection;
        this.lock = lock;
        table = new TrialTable(connection);
        sessions = new SessionTable(connection);
        tests = new TestTable(connection);
        trials = new TrialFolders(folder.resolve("trials"));
    }

    /** Whether {@code project} has a search. */
    public static boolean exists(Project project) {
        return Files.isRegularFile(project.folder().resolve(FOLDER).resolve(DATABASE));
    }

    /**
     * Opens the search of {@code project} to work on it; it is made where missing. Trials that a killed process left
     * running wait again, from their checkpoints, and files that it left half written are deleted.
     *
     * @throws ProjectException if another process works on it, the disk is full or cannot be written, or the database is
     *     damaged or of a newer program
     */
    public static SearchStore toWrite(Project project) throws ProjectException {
        Path folder = project.folder().resolve(FOLDER);
        WriteProbe.require(folder, PROBE_BYTES);
        WorkLock lock = WorkLock.take(
                folder,
                LOCK,
                "works on this search; wait for it or stop it (\"crossbar front\" shows meanwhile what is there)");
        SearchStore store = null;
        try {
            DatabaseFile file = new DatabaseFile(folder.resolve(DATABASE));
            store = new SearchStore(folder, file, file.openToWrite(), lock);
            store.recover(project.design());
            return store;
        } catch (ProjectException | RuntimeException e) {
            release(store, lock, e);
            throw e;
        }
    }

    private static void release(@Nullable SearchStore store, WorkLock lock, Exception first) {
        try (lock) {
            if (store != null) {
                store.connection.close();
            }
        } catch (SQLException e) {
            first.addSuppressed(e);
        }
    }

    /**
     * Opens the search of {@code project} to look at it, also while another process works on it.
     *
     * @throws ProjectException if there is none, or its database is damaged or of another version
     */
    public static SearchStore toRead(Project project) throws ProjectException {
        if (!exists(project)) {
            throw new ProjectException(project.folder() + ": holds no search; start one with \"crossbar search "
                    + project.folder() + "\"");
        }
        Path folder = project.folder().resolve(FOLDER);
        DatabaseFile file = new DatabaseFile(folder.resolve(DATABASE));
        return new SearchStore(folder, file, file.openToRead(), null);
    }

    private void recover(Design any) throws ProjectException {
        List<Trial> all = trials();
        List<Trial> waiting = all.stream()
                .filter(trial -> trial.state() == State.RUNNING)
                .map(trial -> trial.with(State.QUEUED, ""))
                .toList();
        save(waiting);
        try {
            trials.clean(trials(), any);
        } catch (IOException e) {
            throw new ProjectException(
                    folder + ": files of a killed search cannot be deleted (" + e.getMessage() + "); allow writing", e);
        }
    }

    /** What the search was begun with; empty before {@link #begin}. */
    public synchronized Optional<SearchSetup> setup() throws ProjectException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT space, base, settings FROM search")) {
            return row.next()
                    ? Optional.of(SearchSetupJson.read(
                            folder.resolve(DATABASE).toString(), row.getString(1), row.getString(2), row.getString(3)))
                    : Optional.empty();
        } catch (SQLException e) {
            throw file.explain(e);
        } catch (JsonFormatException e) {
            throw new ProjectException(String.valueOf(e.getMessage()), e);
        }
    }

    /** {@link #setup} of a search that has begun. */
    public SearchSetup requireSetup() throws ProjectException {
        return setup().orElseThrow(() ->
                new ProjectException(folder + ": its search has not begun; start it with \"crossbar search\""));
    }

    /** Keeps what the search is begun with. */
    public synchronized void begin(SearchSetup setup) throws ProjectException {
        try (PreparedStatement row = connection.prepareStatement(
                "INSERT INTO search (id, space, base, settings, created) VALUES (1, ?, ?, ?, ?)")) {
            row.setString(1, SearchSpaceJson.write(setup.space()));
            row.setString(2, DesignJson.write(setup.base()));
            row.setString(3, SearchSetupJson.settings(setup));
            row.setString(4, Instant.now().toString());
            row.executeUpdate();
        } catch (SQLException e) {
            throw file.explain(e);
        }
    }

    /** Says who writes from now on. */
    public synchronized void startSession(Provenance provenance) throws ProjectException {
        session = asked(() -> sessions.insert(provenance));
    }

    /** The processes that worked on the search, the oldest first. */
    public synchronized List<StoredSession> sessions() throws ProjectException {
        return asked(sessions::all);
    }

    /** Time that all sessions have worked, s; of one that was killed, up to what it kept last. */
    public synchronized double seconds() throws ProjectException {
        return sessions().stream().mapToDouble(StoredSession::seconds).sum();
    }

    /** All trials in the order of their ids. */
    public synchronized List<Trial> trials() throws ProjectException {
        return asked(table::all);
    }

    /** Number of trials. */
    public synchronized long count() throws ProjectException {
        try {
            return table.count();
        } catch (SQLException e) {
            throw file.explain(e);
        }
    }

    private synchronized boolean waits() throws ProjectException {
        try {
            return table.any(State.QUEUED, State.RUNNING);
        } catch (SQLException e) {
            throw file.explain(e);
        }
    }

    /** When the search of {@code project} that has not ended was worked on last; empty if none, or if a process works on it. */
    public static Optional<Instant> unfinished(Project project) throws ProjectException {
        Path folder = project.folder().resolve(FOLDER);
        if (!exists(project) || WorkLock.taken(folder, LOCK)) {
            return Optional.empty();
        }
        try (SearchStore store = toRead(project)) {
            return store.waits()
                    ? Optional.of(
                            Files.getLastModifiedTime(folder.resolve(DATABASE)).toInstant())
                    : Optional.empty();
        } catch (ProjectException e) {
            throw e;
        } catch (IOException e) {
            throw new ProjectException(folder + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** Tables behind {@link TrialFeed}. */
    TrialTable table() {
        return table;
    }

    Connection connection() {
        return connection;
    }

    ProjectException explain(SQLException failure) {
        return file.explain(failure);
    }

    /** A row for a new trial. */
    public synchronized void add(Trial trial, @Nullable Design design) throws ProjectException {
        transaction(() -> table.insert(trial, design == null ? null : DesignJson.write(design), session));
    }

    /** Rows for new trials, all or none. */
    public synchronized void addAll(List<Trial> all, Design design) throws ProjectException {
        String text = DesignJson.write(design);
        transaction(() -> {
            for (Trial trial : all) {
                table.insert(trial, text, session);
            }
        });
    }

    /** Keeps the changes of {@code changed}, all or none. */
    public synchronized void save(List<Trial> changed) throws ProjectException {
        if (!changed.isEmpty()) {
            transaction(() -> {
                for (Trial trial : changed) {
                    table.update(trial, session);
                }
            });
        }
    }

    /**
     * Keeps a trial's change, and the time that this session has worked.
     *
     * @param seconds since the session started
     */
    public synchronized void save(Trial trial, double seconds) throws ProjectException {
        transaction(() -> {
            table.update(trial, session);
            sessions.worked(session, seconds);
        });
    }

    /** Design of a trial; empty if it is infeasible or unknown. */
    public synchronized Optional<Design> design(long id) throws ProjectException {
        try (PreparedStatement query = connection.prepareStatement("SELECT design FROM trial WHERE id = ?")) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                String text = row.next() ? row.getString(1) : null;
                return text == null
                        ? Optional.empty()
                        : Optional.of(DesignJson.parse(folder.resolve(DATABASE) + ", trial " + id, text));
            }
        } catch (SQLException e) {
            throw file.explain(e);
        } catch (JsonFormatException e) {
            throw new ProjectException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Folder of a trial as a project with {@code design}; its results are what was trained. */
    public Project project(long id, Design design) {
        return trials.project(id, design);
    }

    /** Keeps a result on the test data. */
    public synchronized void add(TestResult result) throws ProjectException {
        transaction(() -> tests.insert(result, session));
    }

    /** Results on the test data, the oldest first. */
    public synchronized List<TestResult> testResults() throws ProjectException {
        return asked(tests::all);
    }

    /** Something read from the database, or one row written. */
    private interface Question<T> {
        T ask() throws SQLException;
    }

    private <T> T asked(Question<T> question) throws ProjectException {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw file.explain(e);
        }
    }

    private void transaction(Transaction.Change change) throws ProjectException {
        try {
            Transaction.run(connection, change);
        } catch (SQLException e) {
            throw file.explain(e);
        }
    }

    @Override
    public synchronized void close() throws ProjectException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw file.explain(e);
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }
}
