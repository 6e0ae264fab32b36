package studio.crossbar.search.store;

import java.util.List;
import studio.crossbar.design.Design;
import studio.crossbar.search.Metric;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.algorithm.RungPlan;
import studio.crossbar.search.algorithm.SuccessiveHalving;
import studio.crossbar.search.front.ObjectiveBox;
import studio.crossbar.study.DatasetSummary;

/**
 * What a search was begun with; it stays so to its end.
 *
 * @param space what varies
 * @param base design of what does not
 * @param algorithm name of who proposes
 * @param objectives two to four metrics
 * @param seed of all choices
 * @param rungs what is spent on a trial
 * @param box range of each objective, which volumes refer to
 * @param dataset whole data set, of which the search sees the training part
 * @param checksum of the data set
 * @param bill area, energy and latency of {@code base}, by which changed cost models are noticed
 */
public record SearchSetup(
        SearchSpace space,
        Design base,
        String algorithm,
        List<Metric> objectives,
        long seed,
        RungPlan rungs,
        ObjectiveBox box,
        DatasetSummary dataset,
        String checksum,
        List<Double> bill) {

    private static final int FEWEST_OBJECTIVES = 2;
    private static final int MOST_OBJECTIVES = 4;

    public SearchSetup {
        objectives = requireObjectives(objectives);
        bill = List.copyOf(bill);
        if (!box.objectives().equals(objectives)) {
            throw new IllegalArgumentException("box: is of other objectives");
        }
    }

    /**
     * {@code objectives} if a search can have them.
     *
     * @throws IllegalArgumentException unless there are two to four different ones
     */
    public static List<Metric> requireObjectives(List<Metric> objectives) {
        if (objectives.size() < FEWEST_OBJECTIVES
                || objectives.size() > MOST_OBJECTIVES
                || objectives.stream().distinct().count() < objectives.size()) {
            throw new IllegalArgumentException("objectives: "
                    + String.join(", ", objectives.stream().map(Metric::label).toList())
                    + " are not two to four different metrics");
        }
        return List.copyOf(objectives);
    }

    /** Who decides what is spent on which trial. */
    public SuccessiveHalving halving() {
        return new SuccessiveHalving(objectives, rungs);
    }
}
