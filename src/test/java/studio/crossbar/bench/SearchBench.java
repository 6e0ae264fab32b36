package studio.crossbar.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.data.Parts;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.SearchSpaceJson;
import studio.crossbar.search.algorithm.RungPlan;
import studio.crossbar.search.run.Budget;
import studio.crossbar.search.run.SearchData;
import studio.crossbar.search.run.SearchProgress;
import studio.crossbar.search.run.SearchRun;
import studio.crossbar.search.run.SearchStart;
import studio.crossbar.search.store.Provenance;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectData;
import studio.crossbar.study.ProjectException;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.study.WorkLock;

/**
 * Hypervolume of searches that may use the same number of epochs, by algorithm and seed, on the data that
 * {@code CROSSBAR_DATA} names, else on synthetic HAR windows. Volumes are shares of one box a space, so that all compare.
 */
public final class SearchBench {

    private static final List<String> ALGORITHMS = List.of("random", "nsga2", "surrogate");
    private static final int SEEDS = 5;
    private static final int EPOCHS = 600;

    private SearchBench() {}

    /** A search's volume after some epochs. */
    private record Point(double epochs, double volume, int trials, double seconds) {}

    /**
     * Arguments: seeds, epochs, space, folder of the curves. A curve that is there is not measured again, and processes
     * that are given the same folder share the searches; the table comes with the last of them.
     */
    public static void main(String[] args) throws Exception {
        int seeds = args.length > 0 ? Integer.parseInt(args[0]) : SEEDS;
        int epochs = args.length > 1 ? Integer.parseInt(args[1]) : EPOCHS;
        SearchSpace space = space(args.length > 2 ? args[2] : "har-reduced");
        Path folder = Files.createDirectories(Path.of(args.length > 3 ? args[3] : "target/search-curves"));
        Project sample = Project.open(Path.of("sample-projects", "har-unipolar"));
        Parts data = ProjectData.load(sample, null);
        Bench.print("%s, %,d designs, %d epochs, %d seeds", data.name(), space.size(), epochs, seeds);
        for (int seed = 1; seed <= seeds; seed++) {
            for (String algorithm : ALGORITHMS) {
                measure(curve(folder, algorithm, seed), sample, data, space, algorithm, seed, epochs);
            }
        }
        List<List<List<Point>>> curves = new ArrayList<>();
        for (String algorithm : ALGORITHMS) {
            List<List<Point>> ofAlgorithm = new ArrayList<>();
            for (int seed = 1; seed <= seeds; seed++) {
                Path file = curve(folder, algorithm, seed);
                if (!Files.exists(file)) {
                    Bench.print("another process still measures %s", file);
                    return;
                }
                ofAlgorithm.add(read(file));
            }
            curves.add(ofAlgorithm);
        }
        table(curves, epochs);
        picture(folder.resolve("curves.png"), curves, epochs);
        Bench.print("curves: %s", folder.toAbsolutePath());
    }

    private static Path curve(Path folder, String algorithm, int seed) {
        return folder.resolve(algorithm + "-" + seed + ".csv");
    }

    /** Measures one curve, unless it is there or another process does. */
    private static void measure(
            Path file, Project sample, Parts data, SearchSpace space, String algorithm, int seed, int epochs)
            throws IOException {
        String name = file.getFileName().toString().replace(".csv", "");
        WorkLock lock;
        try {
            lock = WorkLock.take(file.toAbsolutePath().getParent(), name, "measures it");
        } catch (ProjectException e) {
            Bench.print("%s", e.getMessage());
            return;
        }
        try (lock) {
            if (!Files.exists(file)) {
                List<Point> curve = search(sample, data, space, algorithm, seed, epochs);
                write(file, curve);
                Point last = curve.getLast();
                Bench.print(
                        "%-9s seed %d: hypervolume %.4f, %d trials, %.0f s",
                        algorithm, seed, last.volume(), last.trials(), last.seconds());
            }
        }
    }

    private static SearchSpace space(String name) throws IOException {
        return SearchSpaceJson.BUNDLED.contains(name)
                ? SearchSpaceJson.bundled(name)
                : SearchSpaceJson.read(Path.of(name));
    }

    private static void write(Path file, List<Point> curve) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (CsvWriter writer = CsvWriter.builder().build(part)) {
            writer.writeRecord("epochs", "hypervolume", "trials", "seconds");
            for (Point point : curve) {
                writer.writeRecord(
                        String.format(Locale.ROOT, "%.2f", point.epochs()),
                        String.format(Locale.ROOT, "%.6f", point.volume()),
                        Integer.toString(point.trials()),
                        String.format(Locale.ROOT, "%.1f", point.seconds()));
            }
        }
        Files.move(part, file);
    }

    private static List<Point> read(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream()
                    .map(row -> new Point(
                            Double.parseDouble(row.getField("epochs")),
                            Double.parseDouble(row.getField("hypervolume")),
                            Integer.parseInt(row.getField("trials")),
                            Double.parseDouble(row.getField("seconds"))))
                    .toList();
        }
    }

    private static List<Point> search(
            Project sample, Parts data, SearchSpace space, String algorithm, long seed, int epochs) throws IOException {
        Path folder = Files.createTempDirectory("search-bench");
        List<Point> curve = new ArrayList<>();
        long start = System.nanoTime();
        try {
            Project project = Project.create(folder, ProjectSettings.named("bench"), sample.design());
            Costing costing = new Costing(Technology.standard(), CostOptions.STANDARD);
            try (SearchStore store = SearchStore.toWrite(project)) {
                SearchSetup setup = new SearchStart(
                                space, algorithm, SearchStart.STANDARD_OBJECTIVES, seed, _ -> RungPlan.STANDARD)
                        .begin(sample.design(), costing, data);
                store.begin(setup);
                store.startSession(Provenance.here(1, data.name(), setup.checksum()));
                SearchRun.run(
                        store,
                        setup,
                        SearchStart.factory(space, sample.design(), costing),
                        // One split for all seeds, so that errors compare.
                        SearchData.of(data, 1),
                        new Budget(Budget.Unit.EPOCHS, epochs),
                        1,
                        () -> false,
                        progress -> curve.add(point(progress, start)));
            }
        } finally {
            delete(folder);
        }
        return curve;
    }

    private static Point point(SearchProgress progress, long start) {
        return new Point(progress.epochs(), progress.volume(), progress.trials(), (System.nanoTime() - start) * 1e-9);
    }

    /** Mean and deviation of the final volumes, and where the mean curve reaches random's final mean. */
    private static void table(List<List<List<Point>>> curves, int epochs) {
        double goal = mean(curves.getFirst(), epochs);
        Bench.print("| algorithm | hypervolume, mean ± s.d. | epochs to random's | share of the budget |");
        Bench.print("|---|---|---|---|");
        for (int a = 0; a < ALGORITHMS.size(); a++) {
            int reached = 0;
            while (reached < epochs && mean(curves.get(a), reached) < goal) {
                reached++;
            }
            boolean ever = mean(curves.get(a), epochs) >= goal;
            Bench.print(
                    "| %s | %.4f ± %.4f | %s | %s |",
                    ALGORITHMS.get(a),
                    mean(curves.get(a), epochs),
                    deviation(curves.get(a), epochs),
                    ever ? reached : "not reached",
                    ever ? String.format(Locale.ROOT, "%.2f", (double) reached / epochs) : "–");
        }
    }

    private static void picture(Path file, List<List<List<Point>>> curves, int epochs) throws IOException {
        CurvePicture picture = new CurvePicture();
        for (int a = 0; a < ALGORITHMS.size(); a++) {
            double[][] values = curves.get(a).stream()
                    .map(curve -> IntStream.rangeClosed(0, epochs)
                            .mapToDouble(epoch -> volume(curve, epoch))
                            .toArray())
                    .toArray(double[][]::new);
            picture.add(ALGORITHMS.get(a), values);
        }
        picture.write(file, "Mean of the seeds, from the least to the greatest", "training epochs", "hypervolume");
    }

    private static double mean(List<List<Point>> curves, double epochs) {
        return curves.stream()
                .mapToDouble(curve -> volume(curve, epochs))
                .average()
                .orElse(0);
    }

    private static double deviation(List<List<Point>> curves, double epochs) {
        double mean = mean(curves, epochs);
        double squares = curves.stream()
                .mapToDouble(curve -> Math.pow(volume(curve, epochs) - mean, 2))
                .sum();
        return curves.size() < 2 ? 0 : Math.sqrt(squares / (curves.size() - 1));
    }

    /** Volume after {@code epochs}; what ended beyond them does not count. */
    private static double volume(List<Point> curve, double epochs) {
        double volume = 0;
        for (Point point : curve) {
            if (point.epochs() <= epochs) {
                volume = point.volume();
            }
        }
        return volume;
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
