package studio.crossbar.training;

import java.util.List;

/**
 * How hard the rows of one layer are driven.
 *
 * @param mean over all rows, which are read equally often
 * @param rows {@code [groups × crossbar rows]}, the rows of each group of a grouped convolution in the order of the row
 *     plan; empty where only the mean is known, which then stands for every row
 */
public record LayerActivity(Activity mean, List<Activity> rows) {

    public LayerActivity {
        rows = List.copyOf(rows);
    }

    /** Of rows that are known one by one, at least one. */
    public static LayerActivity of(List<Activity> rows) {
        double mean = 0;
        double meanSquare = 0;
        for (Activity row : rows) {
            mean += row.mean();
            meanSquare += row.meanSquare();
        }
        return new LayerActivity(new Activity(mean / rows.size(), meanSquare / rows.size()), rows);
    }

    /** Of rows of which only the mean is known. */
    public static LayerActivity uniform(Activity mean) {
        return new LayerActivity(mean, List.of());
    }

    /** Whether rows are known one by one. */
    public boolean byRow() {
        return !rows.isEmpty();
    }
}
