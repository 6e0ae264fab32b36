package studio.crossbar.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import studio.crossbar.data.Parts;
import studio.crossbar.search.Condition;
import studio.crossbar.search.Genome;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Parameter;
import studio.crossbar.search.Proposal;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;
import studio.crossbar.search.algorithm.RungPlan;
import studio.crossbar.search.front.ObjectiveBox;
import studio.crossbar.search.run.SearchData;
import studio.crossbar.search.run.SearchStart;
import studio.crossbar.search.run.SmallSearch;
import studio.crossbar.search.store.Provenance;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectCosting;
import studio.crossbar.study.SyntheticWindows;

/** Projects with a search of many trials, whose figures are formulas of the genome with some noise. */
public final class StoredSearch {

    public static final List<Metric> OBJECTIVES = List.of(Metric.ERROR, Metric.AREA, Metric.ENERGY);

    private static final SearchSpace SPACE = new SearchSpace(
            List.of(
                    new Parameter("width", List.of("2", "3", "4", "6", "8", "12", "16", "24", "32", "48")),
                    new Parameter("kernel", List.of("3", "5", "7", "9")),
                    new Parameter("cellBits", List.of("1", "2", "3", "4")),
                    new Parameter("adcBits", List.of("4", "5", "6", "7", "8")),
                    new Parameter("dacBits", List.of("4", "6", "8")),
                    new Parameter("tileRows", List.of("64", "128", "256")),
                    new Parameter("polarity", List.of("differential", "positive", "alternating")),
                    new Parameter(
                            "polarityGranularity",
                            List.of("layer", "rowBlock"),
                            new Condition("polarity", List.of("alternating")))),
            List.of());

    private StoredSearch() {}

    /** Makes a project of synthetic data with a search of {@code count} trials, at most 20,000. */
    public static Project make(Path folder, int count) throws IOException {
        Project project = SmallSearch.project(folder);
        Parts parts = SyntheticWindows.ALL;
        List<Genome> genomes = new ArrayList<>();
        SPACE.forEach(genomes::add);
        Collections.shuffle(genomes, new Random(1));
        Random random = new Random(2);
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            trials.add(trial(i + 1, genomes.get(i), random));
        }
        SearchSetup setup = new SearchSetup(
                SPACE,
                project.design(),
                "nsga2",
                OBJECTIVES,
                1,
                RungPlan.STANDARD,
                new ObjectiveBox(OBJECTIVES, List.of(0.0, 1e-3, 1.0), List.of(0.83, 2.0, 1e4)),
                DatasetSummary.of(parts),
                SearchData.checksum(parts),
                List.of(1.0, 1.0, 1.0));
        try (SearchStore store = SearchStore.toWrite(project)) {
            store.begin(setup);
            store.startSession(Provenance.here(1, "synthetic", setup.checksum()));
            store.addAll(trials, project.design());
        }
        return project;
    }

    /** Makes a project of synthetic data whose search has begun, of short trainings, and has no trial yet. */
    public static Project begun(Path folder) throws IOException {
        Project project = SmallSearch.project(folder);
        SearchStart start = new SearchStart(SmallSearch.SPACE, "random", null, 1L, _ -> new RungPlan(2, 4, 0.1, 1, 2));
        try (SearchStore store = SearchStore.toWrite(project)) {
            store.begin(start.begin(project.design(), ProjectCosting.of(project), SyntheticWindows.ALL));
        }
        return project;
    }

    private static Trial trial(long id, Genome genome, Random random) {
        Map<String, String> values = SPACE.values(genome);
        double width = Double.parseDouble(values.get("width"));
        double kernel = Double.parseDouble(values.get("kernel"));
        double cellBits = Double.parseDouble(values.get("cellBits"));
        double adcBits = Double.parseDouble(values.get("adcBits"));
        double rows = Double.parseDouble(values.get("tileRows"));
        boolean pairs = "differential".equals(values.get("polarity"));
        double weights = 18 * kernel * width + 12 * width;
        double devices = weights * (pairs ? 2 : 1);
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        metrics.put(Metric.AREA, 2e-3 + 4e-6 * devices * Math.pow(2, adcBits - 6) + 1e-5 * rows);
        metrics.put(Metric.ENERGY, 2 + 0.03 * devices * Math.pow(1.6, adcBits - 6) * Math.pow(128 / rows, 0.5));
        metrics.put(Metric.LATENCY, 5 + 0.4 * adcBits * kernel);
        metrics.put(Metric.WEIGHTS, weights);
        metrics.put(Metric.DEVICES, devices);
        Proposal proposal = new Proposal(genome, List.of(), random.nextBoolean() ? "crossover" : "random");
        double fate = random.nextDouble();
        if (fate < 0.05) {
            return Trial.infeasible(id, proposal, id, metrics, "area: 0.41 mm² is above the limit, 0.2 mm²");
        }
        Trial queued = Trial.queued(id, proposal, id, metrics);
        if (fate < 0.08) {
            return queued.with(State.FAILED, "not enough memory");
        }
        double error = 0.04
                + 0.5 / Math.sqrt(width) / (0.5 + cellBits / 4)
                + 0.3 * Math.pow(2, -adcBits + 3)
                + (pairs ? 0 : 0.03)
                + 0.02 * random.nextGaussian();
        Trial measured = queued.with(new Measurement(0, 3, 2, Math.clamp(error + 0.06, 0.01, 0.9), 0.01, 1));
        if (fate < 0.4) {
            return measured.with(State.STOPPED, "dominated, even if its error fell as much as any other trial's");
        }
        return measured.with(new Measurement(1, 9, 4, Math.clamp(error, 0.01, 0.9), 0.006, 3))
                .withRung(1)
                .with(State.FINISHED, "");
    }
}
