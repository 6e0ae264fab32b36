package studio.crossbar.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostModel;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.design.Design;
import studio.crossbar.design.ReferenceDesign;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.search.algorithm.Algorithms;
import studio.crossbar.search.algorithm.Nsga2Search;
import studio.crossbar.search.algorithm.RandomSearch;
import studio.crossbar.search.front.ObjectiveBox;

class DesignFactoryTest {

    private static final Design HAR = ReferenceDesign.of(ReferenceNetwork.HAR_CNN, 2, Polarity.POSITIVE);
    private static final Technology TECHNOLOGY = Technology.standard();

    private static DesignFactory factory(SearchSpace space, Design base) {
        return new DesignFactory(space, base, CostOptions.STANDARD, TECHNOLOGY);
    }

    private static SearchSpace space(List<Constraint> constraints) {
        return new SearchSpace(
                List.of(
                        new Parameter("width1", List.of("8", "32")),
                        new Parameter("stride", List.of("2", "64")),
                        new Parameter("cellBits", List.of("2", "8")),
                        new Parameter("slices", List.of("1", "3")),
                        new Parameter("columnsPerAdc", List.of("8", "1"))),
                constraints);
    }

    private static double area(Candidate candidate) {
        return candidate.metrics().getOrDefault(Metric.AREA, Double.NaN);
    }

    @Test
    void metricsAreThoseOfTheBill() {
        Candidate candidate = (Candidate) factory(space(List.of()), HAR).build(new Genome(List.of(0, 0, 0, 0, 1)));
        Design design = candidate.design();
        MappingPlan plan = MappingPlan.of(design.network(), design.hardware());
        Cost cost = CostModel.cost(plan, design.hardware(), TECHNOLOGY, CostOptions.STANDARD.withColumnsPerAdc(1));
        assertThat(candidate.metrics())
                .isEqualTo(Map.of(
                        Metric.AREA, cost.areaSquareMillimetres(),
                        Metric.ENERGY, cost.energyNanojoules(),
                        Metric.LATENCY, cost.latencyMicroseconds(),
                        Metric.WEIGHTS, (double) design.network().weights(),
                        Metric.DEVICES, (double) plan.weightDevices()));
        assertThat(candidate.options().columnsPerAdc()).isEqualTo(1);
        assertThat(design.seed()).isEqualTo(HAR.seed());
    }

    @Test
    void whatCannotBeBuiltOrCostsTooMuchIsRefusedWithItsReason() {
        DesignFactory free = factory(space(List.of()), HAR);
        // Three digits to the base 256.
        assertThat(((Refusal) free.build(new Genome(List.of(0, 0, 1, 1, 0)))).reason())
                .contains("slices: 3 slices of 256 levels");
        Candidate small = (Candidate) free.build(new Genome(List.of(0, 0, 0, 0, 0)));
        Candidate large = (Candidate) free.build(new Genome(List.of(1, 0, 0, 0, 0)));
        double between = (area(small) + area(large)) / 2;
        DesignFactory limited = factory(space(List.of(new Constraint(Metric.AREA, between))), HAR);
        assertThat(limited.build(new Genome(List.of(0, 0, 0, 0, 0)))).isEqualTo(small);
        Refusal refusal = (Refusal) limited.build(new Genome(List.of(1, 0, 0, 0, 0)));
        assertThat(refusal.reason()).startsWith("area: ").contains("mm² is above the limit");
        assertThat(refusal.metrics()).isEqualTo(large.metrics());
    }

    @ParameterizedTest
    @CsvSource({"har, HAR_CNN", "har-reduced, HAR_CNN", "cifar, CIFAR_STRIDED"})
    void manyDesignsOfTheSpacesOfTheApplicationCanBeBuilt(String name, ReferenceNetwork network)
            throws JsonFormatException {
        SearchSpace space = SearchSpaceJson.bundled(name);
        DesignFactory factory = factory(space, ReferenceDesign.of(network, 2, Polarity.POSITIVE));
        Random random = new Random(1);
        List<String> refusals = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            if (factory.build(space.random(random)) instanceof Refusal refusal) {
                refusals.add(refusal.reason());
            }
        }
        assertThat(refusals).hasSizeLessThan(80);
        assertThat(refusals).allMatch(reason -> reason.contains("above the limit") || reason.contains("do not fit"));
    }

    @Test
    void evolutionFindsBetterBillsThanChance() throws JsonFormatException {
        SearchSpace space = SearchSpaceJson.bundled("har");
        DesignFactory factory = factory(space, HAR);
        List<Metric> costs = List.of(Metric.AREA, Metric.ENERGY, Metric.LATENCY);
        ObjectiveBox box = ObjectiveBox.of(space, factory, costs, 1);
        double random = box.volume(run(new RandomSearch(), space, factory));
        double evolved = box.volume(run(Algorithms.named(Nsga2Search.NAME, costs, factory), space, factory));
        assertThat(evolved).isGreaterThan(random);
    }

    /** Trials of costs alone; those that cannot be built count among them. */
    private static List<Trial> run(SearchAlgorithm algorithm, SearchSpace space, DesignFactory factory) {
        List<Trial> trials = new ArrayList<>();
        for (int ordinal = 0; ordinal < 120; ordinal++) {
            Proposal proposal = algorithm.propose(space, trials, 1, ordinal).orElseThrow();
            factory.of(proposal.genome())
                    .ifPresent(metrics -> trials.add(Trial.queued(trials.size() + 1, proposal, 1, metrics)
                            .with(State.FINISHED, "")));
        }
        return trials;
    }
}
