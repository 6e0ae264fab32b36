package studio.crossbar.search.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.search.Candidate;
import studio.crossbar.search.Genome;
import studio.crossbar.search.Proposal;
import studio.crossbar.search.Trial;
import studio.crossbar.search.algorithm.RungPlan;
import studio.crossbar.search.store.Provenance;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Project;
import studio.crossbar.study.ResultStore;
import studio.crossbar.study.SyntheticWindows;

class TrialEvaluatorTest {

    private static final Parts DATA = SyntheticWindows.FEW;

    @TempDir
    private Path folder;

    /** The child differs in the bits of its converters alone, so that all weights of its parent fit. */
    @Test
    void aChildStartsFromItsParentsWeightsUnlessTheyAreLost() throws IOException {
        Project project = SmallSearch.project(folder.resolve("project"));
        Costing costing = new Costing(Technology.standard(), CostOptions.STANDARD);
        SearchStart start = new SearchStart(SmallSearch.SPACE, "random", null, 1L, _ -> new RungPlan(1, 2, 1, 1, 1));
        SearchSetup setup = start.begin(project.design(), costing, DATA);
        try (SearchStore store = SearchStore.toWrite(project)) {
            store.begin(setup);
            store.startSession(Provenance.here(1, "data", setup.checksum()));
            TrialEvaluator evaluator = new TrialEvaluator(store, setup, SearchData.of(DATA, 1), 1);
            Trial parent = added(store, setup, costing, 1, new Genome(List.of(1, 1, 0, 0, 0)));
            parent = parent.with(evaluator.evaluate(parent, List.of(), _ -> 1, () -> false, _ -> {}));
            float[] parents = weights(store, setup, parent);

            Trial child = added(store, setup, costing, 2, new Genome(List.of(1, 1, 1, 0, 0)));
            evaluator.evaluate(child, List.of(parent), _ -> 1, () -> false, _ -> {});
            double inherited = likeness(weights(store, setup, child), parents);

            Trial orphan = added(store, setup, costing, 3, new Genome(List.of(1, 1, 2, 0, 0)));
            evaluator.evaluate(orphan, List.of(), _ -> 1, () -> false, _ -> {});
            assertThat(inherited).isGreaterThan(0.3 + likeness(weights(store, setup, orphan), parents));

            Path results = store.project(1, setup.base()).results();
            Files.delete(results.resolve("latest.json"));
            Trial late = added(store, setup, costing, 4, new Genome(List.of(1, 2, 0, 0, 0)));
            evaluator.evaluate(late, List.of(parent), _ -> 1, () -> false, _ -> {});
            assertThat(inherited).isGreaterThan(0.3 + likeness(weights(store, setup, late), parents));
        }
    }

    private static Trial added(SearchStore store, SearchSetup setup, Costing costing, long id, Genome genome)
            throws IOException {
        Candidate candidate = (Candidate)
                SearchStart.factory(setup.space(), setup.base(), costing).build(genome);
        Trial trial = Trial.queued(id, new Proposal(genome, List.of(), "test"), id, candidate.metrics());
        store.add(trial, candidate.design().withSeed(id));
        return trial;
    }

    /** Of the first layer. */
    private static float[] weights(SearchStore store, SearchSetup setup, Trial trial) throws IOException {
        Design design = setup.rungs().design(store.design(trial.id()).orElseThrow(), 0);
        return new ResultStore(store.project(trial.id(), design))
                .trained()
                .network()
                .layers()
                .getFirst()
                .weights();
    }

    /** Cosine of the angle between two vectors. */
    private static double likeness(float[] a, float[] b) {
        double product = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.length; i++) {
            product += (double) a[i] * b[i];
            squareA += (double) a[i] * a[i];
            squareB += (double) b[i] * b[i];
        }
        return product / Math.sqrt(squareA * squareB);
    }
}
