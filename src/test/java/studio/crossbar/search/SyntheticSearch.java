package studio.crossbar.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.crossbar.search.front.Hypervolume;

/** Searches whose objectives are formulas: ZDT1 (Zitzler et al., Evolutionary Computation 8, 173, 2000) on a grid. */
public final class SyntheticSearch {

    public static final List<Metric> OBJECTIVES = List.of(Metric.ERROR, Metric.AREA);
    private static final int VARIABLES = 8;
    private static final int STEPS = 21;

    private SyntheticSearch() {}

    /** Eight variables of 21 values each; the names mean nothing here. */
    public static SearchSpace space() {
        List<String> values =
                IntStream.rangeClosed(1, STEPS).mapToObj(Integer::toString).toList();
        return new SearchSpace(
                IntStream.rangeClosed(1, VARIABLES)
                        .mapToObj(i -> new Parameter("width" + i, values))
                        .toList(),
                List.of());
    }

    private static double variable(Genome genome, int i) {
        return genome.index(i) / (STEPS - 1.0);
    }

    /** f₁ + 0.1, so that it is above 0 as costs are. */
    public static Optional<Map<Metric, Double>> cost(Genome genome) {
        return Optional.of(Map.of(Metric.AREA, 0.1 + variable(genome, 0)));
    }

    /** A tenth of f₂. */
    public static double error(Genome genome) {
        double g = 1;
        for (int i = 1; i < VARIABLES; i++) {
            g += 9.0 / (VARIABLES - 1) * variable(genome, i);
        }
        return g * (1 - Math.sqrt(variable(genome, 0) / g)) / 10;
    }

    /** A finished trial of {@code proposal}. */
    public static Trial finished(long id, Proposal proposal) {
        Trial queued = Trial.queued(id, proposal, id, cost(proposal.genome()).orElseThrow());
        return queued.with(new Measurement(0, 1, 1, error(proposal.genome()), 0, 1))
                .with(State.FINISHED, "");
    }

    /** The trials of a search on one worker. */
    public static List<Trial> run(SearchAlgorithm algorithm, SearchSpace space, long seed, int budget) {
        List<Trial> trials = new ArrayList<>();
        for (int ordinal = 0; ordinal < budget; ordinal++) {
            Proposal proposal =
                    algorithm.propose(space, List.copyOf(trials), seed, ordinal).orElseThrow();
            trials.add(finished(ordinal + 1, proposal));
        }
        return trials;
    }

    /** Volume of all trials up to error 1 and area 1.2. */
    public static double volume(List<Trial> trials) {
        return Hypervolume.of(
                trials.stream().map(trial -> trial.values(OBJECTIVES)).toArray(double[][]::new), new double[] {1, 1.2});
    }
}
