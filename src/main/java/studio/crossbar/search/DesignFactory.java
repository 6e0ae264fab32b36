package studio.crossbar.search;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import studio.crossbar.cost.BuiltCells;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostModel;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.design.Design;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.search.dimension.DesignDraft;

/** Turns genomes into designs and their bills, before any training. */
public final class DesignFactory implements ComputedMetrics {

    private final SearchSpace space;
    private final Design base;
    private final CostOptions options;
    private final Technology technology;

    /**
     * @param base what the space does not vary
     * @param options likewise
     * @param technology that costs are computed with
     */
    public DesignFactory(SearchSpace space, Design base, CostOptions options, Technology technology) {
        this.space = space;
        this.base = base;
        this.options = options;
        this.technology = technology;
    }

    /** The design of {@code genome}, or why there is none. */
    public Buildable build(Genome genome) {
        Design design;
        CostOptions chosen;
        Map<Metric, Double> metrics;
        try {
            DesignDraft draft = new DesignDraft(base, options);
            space.active(genome)
                    .forEach((parameter, value) -> parameter.dimension().apply(draft, value));
            design = draft.design();
            chosen = draft.options();
            metrics = metrics(design, chosen);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Refusal(String.valueOf(e.getMessage()), Map.of());
        }
        for (Constraint constraint : space.constraints()) {
            Metric metric = constraint.metric();
            double value = metrics.getOrDefault(metric, Double.NaN);
            if (!(value <= constraint.limit())) {
                return new Refusal(
                        "%s: %.4g %s is above the limit, %.4g %s"
                                .formatted(metric.label(), value, metric.unit(), constraint.limit(), metric.unit()),
                        metrics);
            }
        }
        return new Candidate(design, chosen, metrics);
    }

    @Override
    public Optional<Map<Metric, Double>> of(Genome genome) {
        return build(genome) instanceof Candidate candidate ? Optional.of(candidate.metrics()) : Optional.empty();
    }

    private Map<Metric, Double> metrics(Design design, CostOptions chosen) {
        MappingPlan plan = MappingPlan.of(design.network(), design.hardware());
        Cost cost = CostModel.cost(plan, design.hardware(), technology, chosen);
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        metrics.put(Metric.AREA, cost.areaSquareMillimetres());
        metrics.put(Metric.ENERGY, cost.energyNanojoules());
        metrics.put(Metric.LATENCY, cost.latencyMicroseconds());
        metrics.put(Metric.WEIGHTS, (double) design.network().weights());
        metrics.put(Metric.DEVICES, (double) BuiltCells.of(plan, cost).devices());
        return metrics;
    }
}
