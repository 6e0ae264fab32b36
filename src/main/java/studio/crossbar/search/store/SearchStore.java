package studio.crossbar.search.store;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.design.DesignJson;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;
import studio.crossbar.study.WorkLock;

/**
 * The search of a project: its database {@code search/search.sqlite}, and a folder {@code search/trials/000001} a trial. One
 * process at a time writes; any number read meanwhile. What a method has written is on the disk when it returns, or not at
 * all. Methods may be called from any thread.
 */
public final class SearchStore implements AutoCloseable {

    private final SearchFolder folder;
    private final Database database;
    private final SetupTable setups;
    private final TrialTable table;
    private final SessionTable sessions;
    private final TestTable tests;
    private final TrialFolders trials;
    private final @Nullable WorkLock lock;
    private long session;

    private SearchStore(SearchFolder folder, Database database, @Nullable WorkLock lock) {
        this.folder = folder;
        this.database = database;
        this.lock = lock;
        setups = new SetupTable(database.connection(), folder.database());
        table = new TrialTable(database.connection());
        sessions = new SessionTable(database.connection());
        tests = new TestTable(database.connection());
        trials = folder.trials();
    }

    /** Whether {@code project} has a search. */
    public static boolean exists(Project project) {
        return SearchFolder.of(project).holdsSearch();
    }

    /**
     * Opens the search of {@code project} to work on it; it is made where missing. Trials that a killed process left
     * running wait again, from their checkpoints, and files that it left half written are deleted.
     *
     * @throws ProjectException if another process works on it, the disk is full or cannot be written, or the database is
     *     damaged or of a newer program
     */
    public static SearchStore toWrite(Project project) throws ProjectException {
        SearchFolder folder = SearchFolder.of(project);
        WorkLock lock = folder.take();
        SearchStore store = null;
        try {
            store = new SearchStore(folder, Database.toWrite(folder.database()), lock);
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
                store.database.close();
            }
        } catch (ProjectException e) {
            first.addSuppressed(e);
        }
    }

    /**
     * Opens the search of {@code project} to look at it, also while another process works on it.
     *
     * @throws ProjectException if there is none, or its database is damaged or of another version
     */
    public static SearchStore toRead(Project project) throws ProjectException {
        SearchFolder folder = SearchFolder.of(project);
        if (!folder.holdsSearch()) {
            throw new ProjectException(project.folder() + ": holds no search; start one with \"crossbar search "
                    + project.folder() + "\"");
        }
        return new SearchStore(folder, Database.toRead(folder.database()), null);
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
                    folder.path() + ": files of a killed search cannot be deleted (" + e.getMessage()
                            + "); allow writing",
                    e);
        }
    }

    /** When the search of {@code project} that has not ended was worked on last; empty if none, or if a process works on it. */
    public static Optional<Instant> unfinished(Project project) throws ProjectException {
        SearchFolder folder = SearchFolder.of(project);
        if (!folder.holdsSearch() || folder.taken()) {
            return Optional.empty();
        }
        try (SearchStore store = toRead(project)) {
            return store.waits()
                    ? Optional.of(Files.getLastModifiedTime(folder.database()).toInstant())
                    : Optional.empty();
        } catch (ProjectException e) {
            throw e;
        } catch (IOException e) {
            throw new ProjectException(folder.path() + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** What the search was begun with; empty before {@link #begin}. */
    public synchronized Optional<SearchSetup> setup() throws ProjectException {
        return database.ask(setups::read);
    }

    /** {@link #setup} of a search that has begun. */
    public SearchSetup requireSetup() throws ProjectException {
        return setup().orElseThrow(() ->
                new ProjectException(folder.path() + ": its search has not begun; start it with \"crossbar search\""));
    }

    /** Keeps what the search is begun with. */
    public synchronized void begin(SearchSetup setup) throws ProjectException {
        database.change(() -> setups.insert(setup));
    }

    /** Says who writes from now on. */
    public synchronized void startSession(Provenance provenance) throws ProjectException {
        session = database.ask(() -> sessions.insert(provenance));
    }

    /** The processes that worked on the search, the oldest first. */
    public synchronized List<StoredSession> sessions() throws ProjectException {
        return database.ask(sessions::all);
    }

    /** Time that all sessions have worked, s; of one that was killed, up to what it kept last. */
    public synchronized double seconds() throws ProjectException {
        return sessions().stream().mapToDouble(StoredSession::seconds).sum();
    }

    /** All trials in the order of their ids. */
    public synchronized List<Trial> trials() throws ProjectException {
        return database.ask(table::all);
    }

    /** Number of trials. */
    public synchronized long count() throws ProjectException {
        return database.ask(table::count);
    }

    private synchronized boolean waits() throws ProjectException {
        return database.ask(() -> table.any(State.QUEUED, State.RUNNING));
    }

    /** Trials as {@link TrialFeed} reads them. */
    TrialTable table() {
        return table;
    }

    Database database() {
        return database;
    }

    /** A row for a new trial. */
    public synchronized void add(Trial trial, @Nullable Design design) throws ProjectException {
        database.change(() -> table.insert(trial, design == null ? null : DesignJson.write(design), session));
    }

    /** Rows for new trials, all or none. */
    public synchronized void addAll(List<Trial> all, Design design) throws ProjectException {
        String text = DesignJson.write(design);
        database.change(() -> {
            for (Trial trial : all) {
                table.insert(trial, text, session);
            }
        });
    }

    /** Keeps the changes of {@code changed}, all or none. */
    public synchronized void save(List<Trial> changed) throws ProjectException {
        if (!changed.isEmpty()) {
            database.change(() -> {
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
        database.change(() -> {
            table.update(trial, session);
            sessions.worked(session, seconds);
        });
    }

    /** Design of a trial; empty if it is infeasible or unknown. */
    public synchronized Optional<Design> design(long id) throws ProjectException {
        Optional<String> text = database.ask(() -> table.design(id));
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(DesignJson.parse(folder.database() + ", trial " + id, text.get()));
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
        database.change(() -> tests.insert(result, session));
    }

    /** Results on the test data, the oldest first. */
    public synchronized List<TestResult> testResults() throws ProjectException {
        return database.ask(tests::all);
    }

    @Override
    public synchronized void close() throws ProjectException {
        try {
            database.close();
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }
}
