package studio.crossbar.search.algorithm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import studio.crossbar.search.ComputedMetrics;
import studio.crossbar.search.Genome;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Proposal;
import studio.crossbar.search.SearchSpace;

/** Designs that were not tried yet and can be built. */
final class Feasible {

    private static final int DRAWS = 200;

    private final SearchSpace space;
    private final ComputedMetrics computed;
    private final Set<Genome> tried;

    Feasible(SearchSpace space, ComputedMetrics computed, Set<Genome> tried) {
        this.space = space;
        this.computed = computed;
        this.tried = tried;
    }

    boolean test(Genome genome) {
        return metrics(genome).isPresent();
    }

    /** What is computed of {@code genome}; empty if it was tried or cannot be built. */
    Optional<Map<Metric, Double>> metrics(Genome genome) {
        return tried.contains(genome) ? Optional.empty() : computed.of(genome);
    }

    /** A random design. Where hardly any can be built, one that was not tried, so that the search ends with the space. */
    Optional<Proposal> random(RandomGenerator random) {
        for (int i = 0; i < DRAWS; i++) {
            Genome genome = space.random(random);
            if (test(genome)) {
                return Optional.of(new Proposal(genome, List.of(), RandomSearch.ORIGIN));
            }
        }
        return Tried.untried(space, tried, random, () -> space.random(random))
                .map(genome -> new Proposal(genome, List.of(), RandomSearch.ORIGIN));
    }
}
