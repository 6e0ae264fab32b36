package studio.crossbar.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.crossbar.search.Parameter;
import studio.crossbar.search.Trial;
import studio.crossbar.ui.common.Texts;

/** Pinned designs side by side, against one of them. */
final class CompareViewModel {

    /**
     * What is compared.
     *
     * @param ids of the designs, one a column
     * @param lines figures first, then the parameters in which they differ
     */
    record Comparison(List<Long> ids, List<Line> lines) {

        Comparison {
            ids = List.copyOf(ids);
            lines = List.copyOf(lines);
        }
    }

    /**
     * A figure or parameter.
     *
     * @param name with its unit
     * @param cells one a design
     */
    record Line(String name, List<String> cells) {

        Line {
            cells = List.copyOf(cells);
        }
    }

    private final SearchFeed feed;
    private final TrialSelection selection;
    private final ReadOnlyObjectWrapper<Comparison> comparison =
            new ReadOnlyObjectWrapper<>(this, "comparison", new Comparison(List.of(), List.of()));

    CompareViewModel(SearchFeed feed, TrialSelection selection) {
        this.feed = feed;
        this.selection = selection;
        InvalidationListener update = observable -> update();
        selection.pinned().addListener(update);
        selection.baselineProperty().subscribe((before, now) -> update());
        feed.pictureProperty().subscribe(picture -> update());
    }

    ReadOnlyObjectProperty<Comparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    TrialSelection selection() {
        return selection;
    }

    private void update() {
        SearchPicture search = feed.pictureProperty().get();
        if (search == null) {
            comparison.set(new Comparison(List.of(), List.of()));
            return;
        }
        List<Trial> trials = selection.pinned().stream()
                .map(id -> search.byId().get(id))
                .filter(Objects::nonNull)
                .toList();
        Trial base = search.byId().get(selection.baselineProperty().get());
        List<Line> lines = new ArrayList<>();
        for (TrialFigure figure : TrialFigure.values()) {
            lines.add(new Line(
                    figure.heading(),
                    trials.stream().map(trial -> cell(figure, trial, base)).toList()));
        }
        for (Parameter parameter : search.setup().space().parameters()) {
            List<String> values = trials.stream()
                    .map(trial -> search.setup().space().values(trial.genome()).getOrDefault(parameter.name(), "–"))
                    .toList();
            if (values.stream().distinct().count() > 1) {
                lines.add(new Line(parameter.name(), values));
            }
        }
        comparison.set(new Comparison(trials.stream().map(Trial::id).toList(), lines));
    }

    /** Such as "0.0123 mm² (−12.3 %)"; accuracies and errors differ by points. */
    static String cell(TrialFigure figure, Trial trial, @org.jspecify.annotations.Nullable Trial base) {
        double value = figure.of(trial);
        String text = figure.text(value);
        double reference = base == null ? Double.NaN : figure.of(base);
        if (base == null || trial.id() == base.id() || Double.isNaN(value) || Double.isNaN(reference)) {
            return text;
        }
        String change = figure.metric().computed()
                ? String.format(Locale.ROOT, "%+.1f %%", 100 * (value / reference - 1))
                : Texts.format("search.compare.points", value - reference);
        return text + " (" + change.replace('-', '−') + ")";
    }
}
