package studio.crossbar.ui.search;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.crossbar.run.JobRunner;
import studio.crossbar.search.Metric;
import studio.crossbar.search.model.Importance;
import studio.crossbar.ui.common.Latest;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;

/** How much of a figure hangs on which parameter, anew for every tenth more trials while someone looks. */
final class ImportanceViewModel {

    /** Growth of the number of trials below which the forest would say the same. */
    private static final double NEWS = 1.1;

    private final SearchFeed feed;
    private final Latest<Importance> learning;
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active", false);
    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(this, "metric", Metric.ERROR);
    private final ReadOnlyObjectWrapper<@Nullable Importance> importance =
            new ReadOnlyObjectWrapper<>(this, "importance", null);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper(this, "warning", "");
    private @Nullable Asked asked;

    /** What the shown importance is of. */
    private record Asked(Object setup, Metric metric, int trials) {

        boolean covers(Asked other) {
            return setup.equals(other.setup) && metric == other.metric && other.trials < NEWS * trials;
        }
    }

    ImportanceViewModel(SearchFeed feed, JobRunner runner, Executor ui) {
        this.feed = feed;
        learning = new Latest<>(runner, ui, this::show, this::failed);
        active.subscribe((before, now) -> update());
        metric.subscribe((before, now) -> update());
        feed.pictureProperty().subscribe((before, now) -> update());
    }

    /** Whether someone looks; nothing is computed otherwise. */
    BooleanProperty activeProperty() {
        return active;
    }

    /** Metric whose variance is explained. */
    ObjectProperty<Metric> metricProperty() {
        return metric;
    }

    ReadOnlyObjectProperty<@Nullable Importance> importanceProperty() {
        return importance.getReadOnlyProperty();
    }

    /** Method, trials and samples; why there is nothing to see. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Why the bars are not to be trusted; empty if they are. */
    ReadOnlyStringProperty warningProperty() {
        return warning.getReadOnlyProperty();
    }

    /** Metrics to choose from: the objectives, and what engineers ask for anyway. */
    static List<Metric> metrics() {
        return List.of(Metric.ERROR, Metric.AREA, Metric.ENERGY, Metric.LATENCY);
    }

    private void update() {
        SearchPicture search = feed.pictureProperty().get();
        if (search == null) {
            learning.forget();
            asked = null;
            importance.set(null);
            note.set("");
            warning.set("");
            return;
        }
        Metric wanted = metric.get();
        Asked now =
                new Asked(search.setup(), wanted, Math.max(1, search.trials().size()));
        if (!active.get() || (asked != null && asked.covers(now))) {
            return;
        }
        asked = now;
        note.set(Texts.get("search.importance.learning"));
        learning.ask(_ -> Importance.of(
                search.setup().space(), search.trials(), wanted, search.setup().seed()));
    }

    private void show(Importance found) {
        importance.set(found);
        note.set(Texts.format(
                "search.importance.note",
                found.method(),
                Numbers.count(found.rows()),
                Numbers.count(found.samples()),
                found.fit()));
        warning.set(found.trusted() ? "" : Texts.get("search.importance.warning"));
    }

    private void failed(Throwable thrown) {
        importance.set(null);
        note.set(String.valueOf(thrown.getMessage()));
        warning.set("");
    }
}
