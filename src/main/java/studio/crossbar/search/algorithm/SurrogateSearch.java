package studio.crossbar.search.algorithm;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import studio.crossbar.search.ComputedMetrics;
import studio.crossbar.search.Genome;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Proposal;
import studio.crossbar.search.SearchAlgorithm;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.Trial;
import studio.crossbar.search.front.ObjectiveBox;
import studio.crossbar.search.model.Features;
import studio.crossbar.search.model.Forest;

/**
 * Asks a random forest which design is likely to add most to the front: of many candidates, random ones and children of the
 * front, the one with the greatest expected improvement of the dominated volume, the expectation being the mean over the
 * trees (in the manner of SMAC, Hutter et al., LION 5, 2011, and of expected hypervolume improvement, Emmerich et al., IEEE
 * Trans. Evol. Comput. 10, 421, 2006). Only the error is predicted: costs are those of the cost model.
 */
public final class SurrogateSearch implements SearchAlgorithm {

    /** Name on the command line. */
    public static final String NAME = "surrogate";

    private static final int TREES = 32;

    /** As SMAC has. */
    private static final double FEATURE_SHARE = 5.0 / 6;

    private static final int RANDOM_CANDIDATES = 300;
    private static final int CHILDREN = 500;

    /** Every so many proposals are random, in case the forest is wrong. */
    private static final int RANDOM_EVERY = 8;

    private static final int MOST_ROWS = 1500;

    private final List<Metric> objectives;
    private final int error;
    private final ComputedMetrics computed;
    private final int initial;

    /**
     * @param objectives 2 … 4, of which one is measured
     * @param computed costs of any design, and which can be built
     * @param initial random trials that come first, at least 4
     */
    public SurrogateSearch(List<Metric> objectives, ComputedMetrics computed, int initial) {
        this.objectives = ObjectiveBox.requireObjectives(objectives);
        List<Metric> measured =
                objectives.stream().filter(metric -> !metric.computed()).toList();
        if (measured.size() != 1 || objectives.size() < 2) {
            throw new IllegalArgumentException("objectives: the surrogate search needs one of error and errorBound"
                    + " beside at least one cost, found "
                    + String.join(", ", objectives.stream().map(Metric::label).toList()));
        }
        if (initial < 4) {
            throw new IllegalArgumentException("initial: " + initial + " is below 4");
        }
        this.error = objectives.indexOf(measured.getFirst());
        this.computed = computed;
        this.initial = initial;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Proposal> propose(SearchSpace space, List<Trial> history, long seed, long ordinal) {
        RandomGenerator random = Randomness.of(seed, ordinal);
        List<Trial> judged =
                history.stream().filter(trial -> trial.has(objectives)).toList();
        Feasible feasible = new Feasible(space, computed, Tried.genomes(history));
        if (judged.size() < initial || ordinal % RANDOM_EVERY == RANDOM_EVERY - 1) {
            return feasible.random(random);
        }
        Features features = new Features(space);
        int rung = judged.stream()
                .mapToInt(trial -> trial.measurements().getLast().rung())
                .max()
                .orElse(0);
        Forest forest = forest(judged, features, random.nextLong());
        ExpectedGain expected =
                new ExpectedGain(objectives, error, history, genome -> forest.predict(features.of(genome, rung)));
        List<Trial> front = expected.front();
        Genome best = null;
        double most = -1;
        for (Genome genome : candidates(space, front, random)) {
            Optional<Map<Metric, Double>> costs = feasible.metrics(genome);
            if (costs.isPresent()) {
                double[] predictions = forest.predictions(features.of(genome, rung));
                double gain = expected.of(predictions, costs.get());
                if (gain > most) {
                    most = gain;
                    best = genome;
                }
            }
        }
        if (best == null) {
            return feasible.random(random);
        }
        return Optional.of(new Proposal(best, List.of(nearest(best, front)), NAME));
    }

    private Forest forest(List<Trial> judged, Features features, long seed) {
        List<double[]> vectors = new ArrayList<>();
        List<Double> targets = new ArrayList<>();
        for (Trial trial : judged) {
            for (Measurement measurement : trial.measurements()) {
                vectors.add(features.of(trial.genome(), measurement.rung()));
                targets.add(objectives.get(error) == Metric.ERROR ? measurement.error() : measurement.errorBound());
            }
        }
        int from = Math.max(0, targets.size() - MOST_ROWS);
        return Forest.train(
                vectors.subList(from, vectors.size()).toArray(double[][]::new),
                targets.subList(from, targets.size()).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray(),
                TREES,
                FEATURE_SHARE,
                seed);
    }

    private static Set<Genome> candidates(SearchSpace space, List<Trial> front, RandomGenerator random) {
        Set<Genome> candidates = new LinkedHashSet<>();
        Offspring offspring = new Offspring(space);
        for (int i = 0; i < CHILDREN; i++) {
            Genome mother = front.get(random.nextInt(front.size())).genome();
            Genome father = front.get(random.nextInt(front.size())).genome();
            candidates.add(offspring.child(mother, father, random));
        }
        for (int i = 0; i < RANDOM_CANDIDATES; i++) {
            candidates.add(space.random(random));
        }
        return candidates;
    }

    /** The trial of the front that shares most values, whose weights are the likeliest to fit. */
    private static long nearest(Genome genome, List<Trial> front) {
        long nearest = front.getFirst().id();
        int most = -1;
        for (Trial trial : front) {
            int shared = 0;
            for (int p = 0; p < genome.indices().size(); p++) {
                shared += genome.index(p) == trial.genome().index(p) ? 1 : 0;
            }
            if (shared > most) {
                most = shared;
                nearest = trial.id();
            }
        }
        return nearest;
    }
}
