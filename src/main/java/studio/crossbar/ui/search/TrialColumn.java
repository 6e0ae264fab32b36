package studio.crossbar.ui.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.crossbar.search.Parameter;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.Trial;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;

/**
 * A column of the trials.
 *
 * @param name heading
 * @param help what it says
 * @param width pixels
 * @param shown at first; others are in the table's menu
 * @param text of a cell
 * @param number to sort by, NaN for none; null to sort by the text
 */
record TrialColumn(
        String name,
        String help,
        double width,
        boolean shown,
        BiFunction<SearchPicture, Trial, String> text,
        @Nullable ToDoubleBiFunction<SearchPicture, Trial> number) {

    /** Columns of a search with {@code setup}: figures first, then the parameters of its space. */
    static List<TrialColumn> of(SearchSetup setup) {
        List<TrialColumn> columns = new ArrayList<>();
        columns.add(number(
                Texts.get("search.column.trial.name"),
                Texts.get("search.column.trial.help"),
                58,
                true,
                (_, trial) -> trial.id(),
                Numbers::amount));
        columns.add(text(
                Texts.get("search.column.state.name"),
                Texts.get("search.column.state.help"),
                104,
                true,
                TrialColumn::state));
        for (TrialFigure figure : TrialFigure.values()) {
            boolean shown = figure != TrialFigure.ERROR
                    && (setup.objectives().contains(figure.metric())
                            || List.of(TrialFigure.ACCURACY, TrialFigure.AREA, TrialFigure.ENERGY, TrialFigure.LATENCY)
                                    .contains(figure));
            columns.add(
                    number(figure.label(), figure.help(), 112, shown, (_, trial) -> figure.of(trial), figure::text));
        }
        columns.add(number(
                Texts.get("search.column.chips.name"),
                Texts.get("search.column.chips.help"),
                56,
                true,
                TrialColumn::chips,
                TrialColumn::count));
        columns.add(number(
                Texts.get("search.column.epochs.name"),
                Texts.get("search.column.epochs.help"),
                76,
                true,
                TrialColumn::epochs,
                TrialColumn::count));
        columns.add(number(
                Texts.get("search.column.test.name"),
                Texts.get("search.column.test.help"),
                66,
                true,
                (search, trial) -> {
                    var test = search.tests().get(trial.id());
                    return test == null ? Double.NaN : 1 - test.error();
                },
                Numbers::percent));
        columns.add(text(
                Texts.get("search.column.origin.name"),
                Texts.get("search.column.origin.help"),
                84,
                true,
                (_, trial) -> trial.origin()));
        columns.add(text(
                Texts.get("search.column.reason.name"),
                Texts.get("search.column.reason.help"),
                240,
                true,
                (_, trial) -> trial.reason()));
        columns.add(text(
                Texts.get("search.column.parents.name"),
                Texts.get("search.column.parents.help"),
                80,
                false,
                (_, trial) -> trial.parents().stream().map(String::valueOf).collect(Collectors.joining(" "))));
        setup.space().parameters().forEach(parameter -> columns.add(parameter(setup.space(), parameter)));
        return columns;
    }

    private static String state(SearchPicture search, Trial trial) {
        String state = TrialText.state(trial.state());
        if (trial.id() == search.knee()) {
            return Texts.format("search.column.state.knee", state);
        }
        return search.onFront().contains(trial.id()) ? Texts.format("search.column.state.front", state) : state;
    }

    private static double chips(SearchPicture search, Trial trial) {
        return trial.measurements().isEmpty()
                ? Double.NaN
                : trial.measurements().getLast().draws();
    }

    private static double epochs(SearchPicture search, Trial trial) {
        return trial.measurements().isEmpty()
                ? Double.NaN
                : trial.measurements().getLast().epochs();
    }

    private static String count(double value) {
        return Double.isNaN(value) ? "–" : Numbers.amount(value);
    }

    private static TrialColumn parameter(SearchSpace space, Parameter parameter) {
        String name = parameter.name();
        int index = space.indexOf(name);
        boolean numeric = parameter.dimension().numeric();
        return new TrialColumn(
                name,
                Texts.get("search.column.parameter.help"),
                86,
                false,
                (_, trial) -> space.active(index, trial.genome().indices())
                        ? parameter.values().get(trial.genome().index(index))
                        : "–",
                numeric
                        ? (_, trial) -> space.active(index, trial.genome().indices())
                                ? trial.genome().index(index)
                                : Double.NaN
                        : null);
    }

    private interface Format {
        String text(double value);
    }

    private static TrialColumn number(
            String name,
            String help,
            double width,
            boolean shown,
            ToDoubleBiFunction<SearchPicture, Trial> value,
            Format format) {
        return new TrialColumn(
                name, help, width, shown, (search, trial) -> format.text(value.applyAsDouble(search, trial)), value);
    }

    private static TrialColumn text(
            String name, String help, double width, boolean shown, BiFunction<SearchPicture, Trial, String> text) {
        return new TrialColumn(name, help, width, shown, text, null);
    }

    /** Order by this column; trials without a value are last either way. */
    Comparator<Trial> order(SearchPicture search, boolean descending) {
        ToDoubleBiFunction<SearchPicture, Trial> key = number;
        if (key == null) {
            Comparator<Trial> byText = Comparator.comparing(trial -> text.apply(search, trial));
            return descending ? byText.reversed() : byText;
        }
        return (a, b) -> {
            double left = key.applyAsDouble(search, a);
            double right = key.applyAsDouble(search, b);
            if (Double.isNaN(left) || Double.isNaN(right)) {
                return Boolean.compare(Double.isNaN(left), Double.isNaN(right));
            }
            return descending ? Double.compare(right, left) : Double.compare(left, right);
        };
    }
}
