package studio.crossbar.search.algorithm;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import studio.crossbar.search.Genome;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.Trial;

/** Keeps designs from being tried twice. */
final class Tried {

    private static final int DRAWS = 500;

    /** Spaces up to this size are searched for what is left, once draws find nothing new. */
    private static final BigInteger LARGEST_LISTED = BigInteger.valueOf(200_000);

    private Tried() {}

    static Set<Genome> genomes(List<Trial> history) {
        return history.stream().map(Trial::genome).collect(Collectors.toSet());
    }

    /**
     * A genome that was not tried: the first new one that {@code draw} gives; failing that, any other of the space.
     *
     * @return empty if there is none
     */
    static Optional<Genome> untried(
            SearchSpace space, Set<Genome> tried, RandomGenerator random, Supplier<Genome> draw) {
        for (int i = 0; i < DRAWS; i++) {
            Genome genome = draw.get();
            if (!tried.contains(genome)) {
                return Optional.of(genome);
            }
        }
        if (space.size().compareTo(LARGEST_LISTED) > 0) {
            return first(() -> space.random(random), tried);
        }
        List<Genome> left = new ArrayList<>();
        space.forEach(genome -> {
            if (!tried.contains(genome)) {
                left.add(genome);
            }
            return true;
        });
        return left.isEmpty() ? Optional.empty() : Optional.of(left.get(random.nextInt(left.size())));
    }

    private static Optional<Genome> first(Supplier<Genome> draw, Set<Genome> tried) {
        for (int i = 0; i < DRAWS; i++) {
            Genome genome = draw.get();
            if (!tried.contains(genome)) {
                return Optional.of(genome);
            }
        }
        return Optional.empty();
    }
}
