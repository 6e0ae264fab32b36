package studio.crossbar.search.algorithm;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import studio.crossbar.search.Genome;
import studio.crossbar.search.Proposal;
import studio.crossbar.search.SearchAlgorithm;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.Trial;

/** Any design with equal probability of each value: what other algorithms must beat. */
public final class RandomSearch implements SearchAlgorithm {

    /** Name on the command line. */
    public static final String NAME = "random";

    static final String ORIGIN = NAME;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Proposal> propose(SearchSpace space, List<Trial> history, long seed, long ordinal) {
        RandomGenerator random = Randomness.of(seed, ordinal);
        Set<Genome> tried = Tried.genomes(history);
        return Tried.untried(space, tried, random, () -> space.random(random))
                .map(genome -> new Proposal(genome, List.of(), ORIGIN));
    }
}
