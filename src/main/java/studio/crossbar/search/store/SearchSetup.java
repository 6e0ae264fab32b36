package studio.crossbar.search.store;

import java.util.List;
import studio.crossbar.design.Design;
import studio.crossbar.search.Metric;
import studio.crossbar.search.SearchSpace;
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
 * @param reference point of the hypervolume, one value an objective: what is worse counts nothing
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
        List<Double> reference,
        DatasetSummary dataset,
        String checksum,
        List<Double> bill) {

    private static final int FEWEST_OBJECTIVES = 2;
    private static final int MOST_OBJECTIVES = 4;

    public SearchSetup {
        objectives = List.copyOf(objectives);
        reference = List.copyOf(reference);
        bill = List.copyOf(bill);
        if (objectives.size() < FEWEST_OBJECTIVES
                || objectives.size() > MOST_OBJECTIVES
                || objectives.stream().distinct().count() < objectives.size()) {
            throw new IllegalArgumentException("objectives: "
                    + objectives.stream().map(Metric::label).toList() + " are not two to four different metrics");
        }
        if (reference.size() != objectives.size()) {
            throw new IllegalArgumentException(
                    "reference: " + reference.size() + " values for " + objectives.size() + " objectives");
        }
    }

    /** Reference point as an array. */
    public double[] referencePoint() {
        return reference.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
