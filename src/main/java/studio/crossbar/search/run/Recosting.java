package studio.crossbar.search.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import studio.crossbar.search.Candidate;
import studio.crossbar.search.DesignFactory;
import studio.crossbar.search.Genome;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Refusal;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.study.Costing;

/**
 * A search's trials as they are costed now. What a search stored was computed with the unit costs and choices of its time;
 * whoever edits these would otherwise read a front of bills that nobody would get.
 */
public final class Recosting {

    /** Relative difference below which costs are the same. */
    private static final double SAME = 1e-9;

    private final DesignFactory factory;

    /** Computed metrics of the designs that were costed, since who looks at a search looks again and again. */
    private final Map<Genome, Map<Metric, Double>> known = new ConcurrentHashMap<>();

    /** @param costing how the project is costed now */
    public Recosting(SearchSetup setup, Costing costing) {
        factory = SearchStart.factory(setup.space(), setup.base(), costing);
    }

    /** All of {@code trials}, on all processors, the first time under a tenth of a millisecond each. */
    public List<Trial> of(List<Trial> trials) {
        return trials.parallelStream().map(this::of).toList();
    }

    /**
     * The trial with the computed metrics as they are now; without them where the design has no bill any more, such as when
     * its kind of ADC is gone. A refused trial stays as it was refused.
     */
    private Trial of(Trial trial) {
        if (trial.state() == State.INFEASIBLE) {
            return trial;
        }
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        trial.metrics().forEach((metric, value) -> {
            if (!metric.computed()) {
                metrics.put(metric, value);
            }
        });
        metrics.putAll(known.computeIfAbsent(trial.genome(), this::computed));
        return trial.withMetrics(metrics);
    }

    private Map<Metric, Double> computed(Genome genome) {
        return switch (factory.build(genome)) {
            case Candidate candidate -> candidate.metrics();
            // Beyond a limit of the space by now, but trained.
            case Refusal refusal -> refusal.metrics();
        };
    }

    /** How many of {@code stored} have other costs in {@code now}, which has the same trials in the same order. */
    public static int moved(List<Trial> stored, List<Trial> now) {
        int moved = 0;
        for (int i = 0; i < stored.size(); i++) {
            moved += same(stored.get(i).metrics(), now.get(i).metrics()) ? 0 : 1;
        }
        return moved;
    }

    private static boolean same(Map<Metric, Double> stored, Map<Metric, Double> now) {
        return stored.keySet().equals(now.keySet())
                && sameCosts(new ArrayList<>(stored.values()), new ArrayList<>(now.values()));
    }

    /** Whether costs in the same order are the same but for rounding. */
    static boolean sameCosts(List<Double> stored, List<Double> now) {
        for (int i = 0; i < stored.size(); i++) {
            if (Math.abs(now.get(i) - stored.get(i)) > SAME * Math.abs(stored.get(i))) {
                return false;
            }
        }
        return true;
    }
}
