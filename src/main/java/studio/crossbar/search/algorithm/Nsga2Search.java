package studio.crossbar.search.algorithm;

import io.jenetics.DoubleGene;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.ext.moea.NSGA2Selector;
import io.jenetics.ext.moea.UFTournamentSelector;
import io.jenetics.ext.moea.Vec;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import studio.crossbar.search.ComputedMetrics;
import studio.crossbar.search.Genome;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Proposal;
import studio.crossbar.search.SearchAlgorithm;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.Trial;
import studio.crossbar.search.front.Dominance;
import studio.crossbar.search.front.ObjectiveBox;

/**
 * NSGA-II (Deb et al., IEEE Trans. Evol. Comput. 6, 182, 2002), a child at a time: the population is what its selection
 * leaves of all trials so far (errors of lower rungs by {@link Fidelities}), so that workers need not wait for each other. Children that the cost model refuses are not
 * proposed.
 */
public final class Nsga2Search implements SearchAlgorithm {

    /** Name on the command line. */
    public static final String NAME = "nsga2";

    private static final int CHILDREN_TRIED = 200;

    private final List<Metric> objectives;
    private final ComputedMetrics computed;
    private final int population;

    /**
     * @param objectives 1 … 4
     * @param computed says which designs can be built
     * @param population trials that may become parents, at least 4; as many random ones come first
     */
    public Nsga2Search(List<Metric> objectives, ComputedMetrics computed, int population) {
        if (population < 4) {
            throw new IllegalArgumentException("population: " + population + " is below 4");
        }
        this.objectives = ObjectiveBox.requireObjectives(objectives);
        this.computed = computed;
        this.population = population;
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
        if (judged.size() < population) {
            return feasible.random(random);
        }
        Offspring offspring = new Offspring(space);
        Map<Genome, Long> parents = new LinkedHashMap<>();
        List<Phenotype<DoubleGene, Vec<double[]>>> best = new ArrayList<>();
        Fidelities fidelities = new Fidelities(judged, objectives);
        for (Trial trial : best(judged, fidelities)) {
            parents.put(trial.genome(), trial.id());
            best.add(offspring.phenotype(trial.genome(), fidelities.values(trial)));
        }
        // Jenetics' selection sorts all pairs, which is why it sees the better fronts only.
        ISeq<Phenotype<DoubleGene, Vec<double[]>>> selected = RandomRegistry.with(
                random,
                _ -> NSGA2Selector.<DoubleGene, double[], Vec<double[]>>ofVec()
                        .select(ISeq.of(best), population, Optimize.MINIMUM));
        for (int i = 0; i < CHILDREN_TRIED; i++) {
            ISeq<Phenotype<DoubleGene, Vec<double[]>>> pair = RandomRegistry.with(
                    random,
                    _ -> UFTournamentSelector.<DoubleGene, double[], Vec<double[]>>ofVec()
                            .select(selected, 2, Optimize.MINIMUM));
            Genome mother = offspring.genome(pair.get(0).genotype());
            Genome father = offspring.genome(pair.get(1).genotype());
            Genome child = offspring.child(mother, father, random);
            if (feasible.test(child)) {
                List<Long> ids = Stream.of(mother, father)
                        .map(parents::get)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
                return Optional.of(new Proposal(child, ids, "crossover"));
            }
        }
        return feasible.random(random);
    }

    /** Whole fronts, the better first, until they hold a population. */
    private List<Trial> best(List<Trial> judged, Fidelities fidelities) {
        int[] ranks = Dominance.ranks(judged.stream().map(fidelities::values).toArray(double[][]::new));
        List<Trial> best = new ArrayList<>();
        for (int rank = 0; best.size() < population; rank++) {
            for (int i = 0; i < ranks.length; i++) {
                if (ranks[i] == rank) {
                    best.add(judged.get(i));
                }
            }
        }
        return best;
    }
}
