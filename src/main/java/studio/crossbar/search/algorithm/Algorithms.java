package studio.crossbar.search.algorithm;

import java.util.List;
import studio.crossbar.search.ComputedMetrics;
import studio.crossbar.search.Metric;
import studio.crossbar.search.SearchAlgorithm;

/** The algorithms by name. */
public final class Algorithms {

    /** All names; the first is the standard. */
    public static final List<String> NAMES = List.of(SurrogateSearch.NAME, Nsga2Search.NAME, RandomSearch.NAME);

    private static final int POPULATION = 16;
    private static final int INITIAL = 12;

    private Algorithms() {}

    /**
     * The algorithm called {@code name}, with sizes that suit a few hundred trials.
     *
     * @param objectives what is minimised
     * @param computed costs before training, such as a {@link studio.crossbar.search.DesignFactory}
     * @throws IllegalArgumentException if there is none of that name, or it cannot minimise these
     */
    public static SearchAlgorithm named(String name, List<Metric> objectives, ComputedMetrics computed) {
        return switch (name) {
            case RandomSearch.NAME -> new RandomSearch();
            case Nsga2Search.NAME -> new Nsga2Search(objectives, computed, POPULATION);
            case SurrogateSearch.NAME -> new SurrogateSearch(objectives, computed, INITIAL);
            default ->
                throw new IllegalArgumentException("algorithm: " + name + " is none of " + String.join(", ", NAMES));
        };
    }
}
