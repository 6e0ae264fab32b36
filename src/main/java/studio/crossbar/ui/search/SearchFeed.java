package studio.crossbar.ui.search;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import studio.crossbar.run.JobRunner;
import studio.crossbar.search.run.Recosting;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.search.store.TrialFeed;
import studio.crossbar.study.Costing;
import studio.crossbar.study.ProjectException;
import studio.crossbar.ui.common.Latest;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;

/**
 * Reads the open project's search in the background while someone looks, again and again, since this or another process may
 * be working on it.
 */
final class SearchFeed {

    private static final Duration OFTEN = Duration.ofMillis(500);
    private static final Duration SELDOM = Duration.ofSeconds(2);

    /** What a look found. */
    private sealed interface News {

        /** The project has no search. */
        record None() implements News {}

        /** The trials as they are, the same object if nothing has changed. */
        record Trials(SearchPicture picture) implements News {}
    }

    private final Session session;
    private final Executor ui;
    private final Latest<News> reading;
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active", false);
    private final BooleanProperty live = new SimpleBooleanProperty(this, "live", false);
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper(this, "read", false);
    private final ReadOnlyObjectWrapper<@Nullable SearchPicture> picture =
            new ReadOnlyObjectWrapper<>(this, "picture", null);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private int timer;

    /** Open store and whose it is; only touched in the background. */
    private @Nullable TrialFeed store;

    private @Nullable OpenProject owner;

    /** What the store held when it was read last; null if its search has not begun. */
    private @Nullable SearchPicture last;

    /** How that is costed; null if nothing is. */
    private @Nullable Costing costed;

    private @Nullable Recosting costs;

    SearchFeed(Session session, JobRunner runner, Executor ui) {
        this.session = session;
        this.ui = ui;
        reading = new Latest<>(runner, ui, this::arrived, this::failed);
        active.subscribe((before, now) -> refresh());
        session.projectProperty().subscribe((before, now) -> {
            reading.forget();
            picture.set(null);
            failure.set("");
            read.set(false);
            refresh();
        });
    }

    /** Whether someone looks; nothing is read otherwise. */
    BooleanProperty activeProperty() {
        return active;
    }

    /** Whether this window works on the search, so that news come often. */
    BooleanProperty liveProperty() {
        return live;
    }

    /** Whether it is known if there is a search. */
    ReadOnlyBooleanProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    /** The search; null while there is none or it is not known yet. */
    ReadOnlyObjectProperty<@Nullable SearchPicture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Why the search cannot be read; empty if it can. */
    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Looks now, if someone looks at all. */
    void refresh() {
        OpenProject project = session.projectProperty().get();
        Costing costing = session.costs().saved();
        if (active.get() && project != null && costing != null) {
            reading.ask(_ -> look(project, costing));
        }
    }

    @SuppressWarnings("ReferenceEquality") // A project that is opened again is another one.
    private News look(OpenProject project, Costing costing) throws ProjectException {
        boolean exists = SearchStore.exists(project.project());
        if (store != null && (owner != project || !exists)) {
            store.close();
            store = null;
            last = null;
            costed = null;
        }
        if (!exists) {
            return new News.None();
        }
        TrialFeed feed = store;
        if (feed == null) {
            feed = TrialFeed.open(project.project());
            store = feed;
            owner = project;
        }
        // Without news the last picture is given again: who was to receive it may have dropped it as out of date.
        boolean otherCosts = !costing.equals(costed);
        if (feed.refresh() || otherCosts) {
            costs = otherCosts ? null : costs;
            costed = costing;
            last = picture(feed, costing);
        }
        SearchPicture seen = last;
        return seen == null ? new News.None() : new News.Trials(seen);
    }

    private @Nullable SearchPicture picture(TrialFeed feed, Costing costing) {
        SearchSetup setup = feed.setup().orElse(null);
        if (setup == null) {
            return null;
        }
        Recosting now = costs == null ? new Recosting(setup, costing) : costs;
        costs = now;
        return SearchPicture.of(setup, now.of(feed.trials()), feed.tests());
    }

    private void arrived(News news) {
        failure.set("");
        switch (news) {
            case News.None _ -> picture.set(null);
            case News.Trials trials -> picture.set(trials.picture());
        }
        read.set(true);
        again();
    }

    private void failed(Throwable thrown) {
        failure.set(thrown.getMessage() == null ? thrown.toString() : thrown.getMessage());
        read.set(true);
        again();
    }

    private void again() {
        int mark = ++timer;
        Duration wait = live.get() ? OFTEN : SELDOM;
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, ui)
                .execute(() -> {
                    if (mark == timer) {
                        refresh();
                    }
                });
    }
}
