package studio.crossbar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Trial;
import studio.crossbar.search.front.KneePoint;
import studio.crossbar.search.front.ParetoFront;
import studio.crossbar.search.front.VolumeCurve;
import studio.crossbar.search.model.Importance;
import studio.crossbar.search.run.Recosting;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectCosting;
import studio.crossbar.ui.StoredSearch;

/** Seconds until the designs that a search has stored are read, and what the screen and {@code crossbar front} show of them. */
public final class StoreBench {

    private static final int DESIGNS = 10_000;

    /** The first is that of a process that has just begun. */
    private static final int ROUNDS = 5;

    private StoreBench() {}

    /** Argument: number of designs, at most 20,000. */
    public static void main(String[] args) throws IOException {
        int designs = args.length > 0 ? Integer.parseInt(args[0]) : DESIGNS;
        Path folder = Files.createTempDirectory("store-bench");
        try {
            Project project = StoredSearch.make(folder.resolve("project"), designs);
            Bench.print("%,d designs, objectives %s; seconds", designs, StoredSearch.OBJECTIVES);
            Bench.print(
                    "| round | table | costs of now | front, knee and curve | importance of all objectives | together |");
            Bench.print("|---|---|---|---|---|---|");
            for (int round = 1; round <= ROUNDS; round++) {
                open(project, round);
            }
        } finally {
            delete(folder);
        }
    }

    private static void open(Project project, int round) throws IOException {
        long start = System.nanoTime();
        try (SearchStore store = SearchStore.toRead(project)) {
            SearchSetup setup = store.requireSetup();
            List<Trial> stored = store.trials();
            double table = seconds(start);
            List<Trial> trials = new Recosting(setup, ProjectCosting.of(project)).of(stored);
            double costed = seconds(start);
            ParetoFront front = ParetoFront.of(trials, setup.objectives());
            boolean known = KneePoint.of(front).isPresent()
                    && !VolumeCurve.of(trials, setup.box(), setup.rungs()::dataShare)
                            .isEmpty();
            double drawn = seconds(start);
            int effects = 0;
            for (Metric metric : setup.objectives()) {
                effects += Importance.of(setup.space(), trials, metric, setup.seed())
                        .effects()
                        .size();
            }
            double all = seconds(start);
            if (!known || effects == 0) {
                throw new IllegalStateException("nothing was found");
            }
            Bench.print(
                    "| %d | %.2f | %.2f | %.2f | %.2f | %.2f |",
                    round, table, costed - table, drawn - costed, all - drawn, all);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) * 1e-9;
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
