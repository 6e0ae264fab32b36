package studio.crossbar.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.study.RunEpoch;
import studio.crossbar.ui.common.DesignDifferences;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;

/**
 * Runs side by side: the parameters in which they differ, and their figures.
 *
 * @param columns heading of each run
 * @param lines what is compared
 */
public record RunComparison(List<String> columns, List<Line> lines) {

    /**
     * One line.
     *
     * @param name of a figure or parameter
     * @param values one a run
     * @param parameter whether it is a parameter of the design
     */
    public record Line(String name, List<String> values, boolean parameter) {

        public Line {
            values = List.copyOf(values);
        }

        /** That of a run, empty where there is none. */
        String value(int run) {
            return run < values.size() ? values.get(run) : "";
        }
    }

    public RunComparison {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** The runs of {@code rows}, the current one first if it is among them. */
    static RunComparison of(List<RunRow> rows) {
        List<String> columns = rows.stream()
                .map(row -> row.current() ? Texts.get("training.runs.current") : row.letter())
                .toList();
        List<Line> lines = new ArrayList<>();
        List<Design> designs = rows.stream().map(row -> row.run().design()).toList();
        DesignDifferences.of(designs)
                .forEach(parameter -> lines.add(new Line(parameter.name(), parameter.values(), true)));
        if (rows.stream().map(row -> row.run().dataset()).distinct().count() > 1) {
            lines.add(line(
                    Texts.get("training.compare.data"),
                    rows,
                    row -> row.run().dataset().toString()));
        }
        lines.add(line(Texts.get("training.compare.noisy"), rows, RunRow::noisyAccuracy));
        lines.add(line(
                Texts.get("training.compare.worst"),
                rows,
                row -> worst(row.run().accuracy())));
        lines.add(line(Texts.get("training.compare.float"), rows, RunRow::floatAccuracy));
        lines.add(line(Texts.get("training.compare.loss"), rows, RunRow::loss));
        lines.add(line(Texts.get("training.compare.train"), rows, row -> last(row, RunEpoch::trainAccuracy)));
        if (rows.stream()
                .flatMap(row -> row.run().epochs().stream())
                .anyMatch(epoch -> !Double.isNaN(epoch.validationAccuracy()))) {
            lines.add(line(
                    Texts.get("training.compare.validation"), rows, row -> last(row, RunEpoch::validationAccuracy)));
        }
        lines.add(line(
                Texts.get("training.compare.epochs"),
                rows,
                row -> Numbers.count(row.run().epochs().size())));
        lines.add(line(Texts.get("training.compare.ended"), rows, RunRow::ended));
        return new RunComparison(columns, lines);
    }

    private static Line line(String name, List<RunRow> rows, Function<RunRow, String> value) {
        return new Line(name, rows.stream().map(value).toList(), false);
    }

    private static String worst(@Nullable AccuracyUnderNoise accuracy) {
        return accuracy == null
                ? "–"
                : Texts.format(
                        "training.compare.worst.of",
                        Numbers.percent(accuracy.worst()),
                        accuracy.draws().size());
    }

    private static String last(RunRow row, Function<RunEpoch, Double> value) {
        return row.run().epochs().isEmpty()
                ? "–"
                : Numbers.percent(value.apply(row.run().epochs().getLast()));
    }
}
