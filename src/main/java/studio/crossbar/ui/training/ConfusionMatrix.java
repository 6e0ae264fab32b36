package studio.crossbar.ui.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import studio.crossbar.report.DataTable;
import studio.crossbar.training.Confusion;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;

/**
 * A confusion in words.
 *
 * @param counts what was counted
 * @param classes name of each class
 * @param ofChips whether programmed chips were counted, not the float network
 */
public record ConfusionMatrix(Confusion counts, List<String> classes, boolean ofChips) {

    /** What the cells say. */
    public enum Unit {
        /** Share of the true class. */
        SHARE,
        /** Windows, mean over the draws. */
        WINDOWS
    }

    public ConfusionMatrix {
        classes = List.copyOf(classes);
        if (classes.size() != counts.classes()) {
            throw new IllegalArgumentException("classes: " + classes.size() + " ≠ " + counts.classes());
        }
    }

    /** Number of a cell; nothing where it is exactly 0, so that errors stand out. */
    String text(int row, int column, Unit unit) {
        double value = unit == Unit.SHARE ? 100 * counts.share(row, column) : counts.mean(row, column);
        if (value == 0 || Double.isNaN(value)) {
            return "";
        }
        boolean whole = unit == Unit.WINDOWS && (counts.draws() == 1 || value >= 1000);
        return String.format(Locale.ROOT, whole || value > 99.95 ? "%.0f" : "%.1f", value);
    }

    /** A row a cell. */
    DataTable table() {
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < classes.size(); row++) {
            for (int column = 0; column < classes.size(); column++) {
                rows.add(List.of(
                        classes.get(row), classes.get(column), counts.mean(row, column), counts.share(row, column)));
            }
        }
        return new DataTable(List.of("true_class", "chosen_class", "windows", "share_of_true_class"), rows);
    }

    /** All about one cell. */
    public String explain(int row, int column) {
        String windows = Numbers.amount(counts.mean(row, column));
        String all = Numbers.count(counts.windows(row));
        String share = Numbers.percent(counts.share(row, column));
        String cell = row == column
                ? Texts.format("training.confusion.right", classes.get(row), windows, all, share)
                : Texts.format("training.confusion.wrong", classes.get(row), classes.get(column), windows, all, share);
        return Texts.format(
                "training.confusion.explained",
                cell,
                classes.get(row),
                Numbers.percent(counts.recall(row)),
                classes.get(column),
                Numbers.percent(counts.precision(column)));
    }

    /** The confusions of the greatest share of their class, such as "cat for dog 12.3 %". */
    public String worst(int most) {
        record Mistake(int row, int column, double share) {}
        List<Mistake> errors = new ArrayList<>();
        for (int row = 0; row < classes.size(); row++) {
            for (int column = 0; column < classes.size(); column++) {
                if (row != column && counts.share(row, column) > 0) {
                    errors.add(new Mistake(row, column, counts.share(row, column)));
                }
            }
        }
        errors.sort(Comparator.comparingDouble(Mistake::share).reversed());
        List<String> words = errors.stream()
                .limit(most)
                .map(mistake -> Texts.format(
                        "training.confusion.error",
                        classes.get(mistake.row()),
                        classes.get(mistake.column()),
                        Numbers.percent(mistake.share())))
                .toList();
        return words.isEmpty()
                ? Texts.get("training.confusion.none")
                : Texts.format("training.confusion.worst", String.join(", ", words));
    }

    /** What was counted, such as "mean over 20 chips, 960 test windows, accuracy 91.2 %". */
    public String caption() {
        long windows = 0;
        for (int row = 0; row < classes.size(); row++) {
            windows += counts.windows(row);
        }
        String accuracy = Numbers.percent(counts.accuracy());
        if (ofChips && counts.draws() == 1) {
            return Texts.format("training.confusion.chip", Numbers.count(windows), accuracy);
        }
        return ofChips
                ? Texts.format("training.confusion.chips", counts.draws(), Numbers.count(windows), accuracy)
                : Texts.format("training.confusion.floating", Numbers.count(windows), accuracy);
    }
}
