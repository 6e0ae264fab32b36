package studio.crossbar.ui.search;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.LongStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.crossbar.run.JobRunner;
import studio.crossbar.search.Trial;
import studio.crossbar.search.store.TrialCsv;
import studio.crossbar.ui.common.Exportable;
import studio.crossbar.ui.common.Latest;

/** Parallel coordinates: what is drawn, painted in the background, and the ranges brushed on its axes. */
final class ParallelViewModel {

    /**
     * Room for the lines.
     *
     * @param width pixels
     * @param height pixels
     * @param xs place of each axis
     * @param top place of the axes' heads
     * @param foot of their feet
     * @param muted ARGB of lines that are not brushed
     */
    record Room(int width, int height, double[] xs, double top, double foot, int muted) {}

    /** Shares of an axis at its ends; a little more than 0 … 1, so that they are within. */
    static final double FOOT = -0.01;

    static final double HEAD = 1.01;

    /** Share of an axis that a key moves a range by. */
    private static final double STEP = 0.05;

    private final SearchFeed feed;
    private final TrialSelection selection;
    private final Latest<ParallelPicture> arranging;
    private final Latest<Raster> painting;
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active", false);
    private final ObjectProperty<TrialFigure> colour =
            new SimpleObjectProperty<>(this, "colour", ParallelPicture.figures().getFirst());
    private final ReadOnlyObjectWrapper<@Nullable ParallelPicture> picture =
            new ReadOnlyObjectWrapper<>(this, "picture", null);
    private final ReadOnlyObjectWrapper<@Nullable Raster> lines = new ReadOnlyObjectWrapper<>(this, "lines", null);
    private final Map<Integer, double[]> ranges = new TreeMap<>();
    private @Nullable Room room;
    private boolean brushing;
    private int axis;
    private @Nullable SearchPicture arranged;

    ParallelViewModel(SearchFeed feed, TrialSelection selection, JobRunner runner, Executor ui) {
        this.feed = feed;
        this.selection = selection;
        arranging = new Latest<>(
                runner,
                ui,
                found -> {
                    picture.set(found);
                    paint();
                },
                thrown -> picture.set(null));
        painting = new Latest<>(runner, ui, lines::set, thrown -> lines.set(null));
        feed.pictureProperty().subscribe(search -> update());
        active.subscribe((before, now) -> {
            update();
            // Size or theme may have changed while nobody looked.
            paint();
        });
        colour.subscribe((before, now) -> paint());
        selection.selectedProperty().subscribe((before, now) -> {
            if (!brushing) {
                ranges.clear();
            }
            paint();
        });
    }

    /** Whether someone looks; nothing is drawn otherwise. */
    BooleanProperty activeProperty() {
        return active;
    }

    /** Figure that the colours stand for. */
    ObjectProperty<TrialFigure> colourProperty() {
        return colour;
    }

    ReadOnlyObjectProperty<@Nullable ParallelPicture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** The lines as pixels of the room that was given last. */
    ReadOnlyObjectProperty<@Nullable Raster> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /** Writes the trials that are lines, with every figure and parameter; null while there are none. */
    Exportable.@Nullable Content csv() {
        ParallelPicture now = picture.get();
        SearchPicture search = arranged;
        if (now == null || search == null) {
            return null;
        }
        List<Trial> shown = LongStream.of(now.ids())
                .mapToObj(search.byId()::get)
                .filter(Objects::nonNull)
                .toList();
        TrialCsv table =
                new TrialCsv(search.setup(), search.onFront(), search.tests().values());
        return file -> table.write(file, shown);
    }

    /** Brushed shares of axes: lower and upper end by the axis. */
    Map<Integer, double[]> ranges() {
        return ranges;
    }

    TrialSelection selection() {
        return selection;
    }

    /** Brushes the trials between two shares of an axis, of those within the ranges of the other axes. */
    void brush(int axis, double from, double to) {
        ranges.put(axis, new double[] {Math.min(from, to), Math.max(from, to)});
        select();
    }

    /** Takes the range of an axis away. */
    void release(int axis) {
        if (ranges.remove(axis) != null) {
            select();
        }
    }

    /** The axis that keys brush. */
    int axis() {
        return axis;
    }

    /** Has keys brush the axis {@code by} places on. */
    void chooseAxis(int by) {
        ParallelPicture now = picture.get();
        if (now != null) {
            axis = Math.floorMod(axis + by, now.axes().size());
        }
    }

    /** Moves the range of the chosen axis by a step up (1) or down (−1); without one, brushes that half of the axis. */
    void shift(int direction) {
        double[] range = ranges.get(axis);
        if (range == null) {
            brush(axis, 0.5, direction > 0 ? HEAD : FOOT);
        } else {
            double by = Math.clamp(direction * STEP, FOOT - range[0], HEAD - range[1]);
            brush(axis, range[0] + by, range[1] + by);
        }
    }

    /** The same for the upper end of the range alone. */
    void stretch(int direction) {
        double[] range = ranges.get(axis);
        if (range == null) {
            shift(direction);
        } else {
            brush(axis, range[0], Math.clamp(range[1] + direction * STEP, range[0], HEAD));
        }
    }

    private void select() {
        ParallelPicture now = picture.get();
        if (now != null) {
            brushing = true;
            selection.select(ranges.isEmpty() ? List.of() : now.within(ranges));
            brushing = false;
        }
    }

    /** Paints for another size or theme. */
    void show(Room value) {
        room = value;
        paint();
    }

    private void update() {
        SearchPicture search = feed.pictureProperty().get();
        if (search == null) {
            arranging.forget();
            arranged = null;
            axis = 0;
            ranges.clear();
            picture.set(null);
            lines.set(null);
        } else if (active.get() && !search.equals(arranged)) {
            arranged = search;
            arranging.ask(_ -> ParallelPicture.of(search));
        }
    }

    private void paint() {
        ParallelPicture now = picture.get();
        Room place = room;
        if (now == null
                || place == null
                || !active.get()
                || place.xs().length != now.axes().size()) {
            return;
        }
        Set<Long> brushed = selection.selectedProperty().get();
        int by = ParallelPicture.figures().indexOf(colour.get());
        painting.ask(_ -> now.paint(
                place.width(), place.height(), place.xs(), place.top(), place.foot(), by, place.muted(), brushed));
    }
}
