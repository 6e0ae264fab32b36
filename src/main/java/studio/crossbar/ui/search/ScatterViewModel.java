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
import studio.crossbar.ui.common.Latest;
import studio.crossbar.ui.common.Texts;

/** One chart: two figures of all trials, and the front in them, which the core finds in the background. */
final class ScatterViewModel {

    private final String name;
    private final SearchFeed feed;
    private final TrialSelection selection;
    private final Latest<ScatterPicture> drawing;
    private final ObjectProperty<TrialFigure> x;
    private final ObjectProperty<TrialFigure> y;
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic", true);
    private final ReadOnlyObjectWrapper<@Nullable ScatterPicture> picture =
            new ReadOnlyObjectWrapper<>(this, "picture", null);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");

    /** @param name part of the chart's ids */
    ScatterViewModel(
            String name,
            TrialFigure x,
            TrialFigure y,
            SearchFeed feed,
            TrialSelection selection,
            JobRunner runner,
            Executor ui) {
        this.name = name;
        this.feed = feed;
        this.selection = selection;
        this.x = new SimpleObjectProperty<>(this, "x", x);
        this.y = new SimpleObjectProperty<>(this, "y", y);
        drawing = new Latest<>(runner, ui, this::show, thrown -> note.set(String.valueOf(thrown.getMessage())));
        feed.pictureProperty().subscribe(this::update);
        this.x.subscribe((before, now) -> update());
        this.y.subscribe((before, now) -> update());
    }

    String name() {
        return name;
    }

    ObjectProperty<TrialFigure> xProperty() {
        return x;
    }

    ObjectProperty<TrialFigure> yProperty() {
        return y;
    }

    /** Whether axes of costs and errors are logarithmic. */
    BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    ReadOnlyObjectProperty<@Nullable ScatterPicture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** What the chart leaves out, and why. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** The search that is shown. */
    @Nullable
    SearchPicture search() {
        return feed.pictureProperty().get();
    }

    TrialSelection selection() {
        return selection;
    }

    /**
     * Brushes what a trail goes round in all charts and tables.
     *
     * @param scaleX of the chart as it is drawn
     * @param scaleY likewise
     * @param more beside what is brushed already, in place of it
     */
    void brush(BrushTrail trail, PlotScale scaleX, PlotScale scaleY, boolean more) {
        ScatterPicture points = picture.get();
        List<Long> ids = points == null ? List.of() : trail.within(points, scaleX, scaleY);
        if (more) {
            selection.add(ids);
        } else {
            selection.select(ids);
        }
    }

    private void update() {
        SearchPicture search = feed.pictureProperty().get();
        if (search == null) {
            drawing.forget();
            picture.set(null);
            note.set("");
        } else {
            TrialFigure nowX = x.get();
            TrialFigure nowY = y.get();
            drawing.ask(_ -> ScatterPicture.of(search, nowX, nowY));
        }
    }

    private void show(ScatterPicture now) {
        picture.set(now);
        note.set(now.missing() == 0 ? "" : Texts.format("search.chart.missing", now.missing()));
    }
}
