package studio.crossbar.ui.search;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.run.JobRunner;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.ui.common.Latest;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;

/** Trials as rows, filtered and sorted in the background. */
final class TrialsViewModel {

    /** Which trials are listed. */
    enum Filter {
        ALL(Texts.get("search.filter.all.name"), Texts.get("search.filter.all.help")),
        FRONT(Texts.get("search.filter.front.name"), Texts.get("search.filter.front.help")),
        BRUSHED(Texts.get("search.filter.brushed.name"), Texts.get("search.filter.brushed.help")),
        PROBLEMS(Texts.get("search.filter.problems.name"), Texts.get("search.filter.problems.help"));

        private final String label;
        private final String help;

        Filter(String label, String help) {
            this.label = label;
            this.help = help;
        }

        String label() {
            return label;
        }

        String help() {
            return help;
        }
    }

    /**
     * A column that sorts.
     *
     * @param column which
     * @param descending from the greatest
     */
    record Order(TrialColumn column, boolean descending) {}

    private final SearchFeed feed;
    private final TrialSelection selection;
    private final Latest<List<Trial>> listing;
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(this, "filter", Filter.ALL);
    private final ObservableList<Trial> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<TrialColumn>> columns =
            new ReadOnlyObjectWrapper<>(this, "columns", List.of());
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private List<Order> orders = List.of();
    private @Nullable SearchSetup shown;
    private boolean replacing;

    TrialsViewModel(SearchFeed feed, TrialSelection selection, JobRunner runner, Executor ui) {
        this.feed = feed;
        this.selection = selection;
        listing = new Latest<>(runner, ui, this::show, thrown -> note.set(String.valueOf(thrown.getMessage())));
        feed.pictureProperty().subscribe(this::showColumns);
        feed.pictureProperty().subscribe((before, now) -> update());
        filter.subscribe((before, now) -> update());
        selection.selectedProperty().subscribe((before, now) -> {
            if (filter.get() == Filter.BRUSHED) {
                update();
            }
        });
    }

    ObjectProperty<Filter> filterProperty() {
        return filter;
    }

    /** Trials that are listed, in order. */
    ObservableList<Trial> rows() {
        return rows;
    }

    /** Whether the rows are just being exchanged, so that a change of a table's selection is nobody's wish. */
    boolean replacing() {
        return replacing;
    }

    /** Change with the search's space. */
    ReadOnlyObjectProperty<List<TrialColumn>> columnsProperty() {
        return columns.getReadOnlyProperty();
    }

    /** Such as "84 of 10,000 trials". */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    @Nullable
    SearchPicture search() {
        return feed.pictureProperty().get();
    }

    TrialSelection selection() {
        return selection;
    }

    /** Sorts by {@code value}, the first column first; by the trials' ids if it is empty. */
    void sort(List<Order> value) {
        orders = List.copyOf(value);
        update();
    }

    private void showColumns(@Nullable SearchPicture search) {
        if (search != null && !search.setup().equals(shown)) {
            shown = search.setup();
            columns.set(TrialColumn.of(search.setup()));
        }
    }

    private void update() {
        SearchPicture search = feed.pictureProperty().get();
        if (search == null) {
            listing.forget();
            rows.clear();
            note.set("");
            return;
        }
        Predicate<Trial> wanted =
                wanted(search, filter.get(), selection.selectedProperty().get());
        Comparator<Trial> order = orders.stream()
                .map(one -> one.column().order(search, one.descending()))
                .reduce(Comparator::thenComparing)
                .orElse((_, _) -> 0);
        listing.ask(_ -> search.trials().stream().filter(wanted).sorted(order).toList());
    }

    private static Predicate<Trial> wanted(SearchPicture search, Filter filter, Set<Long> brushed) {
        return switch (filter) {
            case ALL -> _ -> true;
            case FRONT -> trial -> search.onFront().contains(trial.id());
            case BRUSHED -> trial -> brushed.contains(trial.id());
            case PROBLEMS -> trial -> trial.state() == State.INFEASIBLE || trial.state() == State.FAILED;
        };
    }

    private void show(List<Trial> found) {
        replacing = true;
        rows.setAll(found);
        replacing = false;
        SearchPicture search = feed.pictureProperty().get();
        if (search != null) {
            note.set(Texts.format(
                    "search.table.note",
                    Numbers.count(found.size()),
                    Numbers.count(search.trials().size())));
        }
    }
}
