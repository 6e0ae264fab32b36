package studio.crossbar.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.data.Cifar10Reader;
import studio.crossbar.data.Parts;
import studio.crossbar.data.UciHarReader;
import studio.crossbar.design.Design;
import studio.crossbar.design.ReferenceDesign;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.search.polarity.PolarityConstraint;
import studio.crossbar.search.polarity.PolarityPoint;
import studio.crossbar.search.polarity.PolarityPrice;
import studio.crossbar.search.polarity.PolaritySearch;
import studio.crossbar.search.polarity.PolaritySettings;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.MonteCarlo;

/**
 * Front of a polarity search on a reference network, from all-differential (the line without λ, which is trained for as
 * many epochs without a search) to all-unipolar. Under a constraint that line is left out and only allowed encodings are
 * searched. A fifth of the training part gives the validation accuracy; test accuracy is shown beside it and chooses
 * nothing.
 *
 * <p>Arguments: {@code har} or {@code cifar}, and any of {@code lambdas=0,0.05,0.2,1,10,1000}, {@code bits=4}, {@code network=cifar-cnn},
 * {@code granularity=ROW_BLOCK}, {@code groups=1}, {@code constraint=FREE}, {@code price=AREA}, {@code float=20}, {@code search=15}, {@code adapt=5},
 * {@code hardware=15}, {@code draws=10}, {@code seed=1}, {@code concat=false} (concatenated rectifiers), {@code state=DIR}
 * (keeps states of trainings there, so that a killed bench goes on).
 */
final class PolarityFront {

    private static final Path DATA = Path.of("../shared/data");

    private PolarityFront() {}

    static void main(String[] args) throws IOException {
        boolean cifar = args.length > 0 && args[0].equals("cifar");
        Map<String, String> options = new HashMap<>();
        Arrays.stream(args).skip(1).forEach(arg -> options.put(arg.split("=", 2)[0], arg.split("=", 2)[1]));
        Parts parts = cifar
                ? Cifar10Reader.read(DATA.resolve("cifar-10/cifar-10-binary.tar.xz"))
                : UciHarReader.read(Path.of(Objects.requireNonNullElse(
                        System.getenv("CROSSBAR_DATA"),
                        DATA.resolve("uci-har/UCI HAR Dataset.zip").toString())));
        run(parts, options, cifar ? "cifar-cnn" : "har-cnn");
    }

    private static void run(Parts parts, Map<String, String> options, String standard) throws IOException {
        String network = options.getOrDefault("network", standard);
        ReferenceNetwork reference = Arrays.stream(ReferenceNetwork.values())
                .filter(one -> one.label().equals(network))
                .findFirst()
                .orElseThrow();
        // The rectifiers of a reference design follow its polarity, which the search then replaces.
        boolean concat = Boolean.parseBoolean(options.getOrDefault("concat", "false"));
        Design base = ReferenceDesign.of(
                reference, number(options, "bits", 4), concat ? Polarity.POSITIVE : Polarity.DIFFERENTIAL);
        Design design = base.withRecipe(
                        base.recipe().withEpochs(number(options, "float", 20), number(options, "hardware", 15)))
                .withSeed(number(options, "seed", 1));
        PolarityConstraint constraint = PolarityConstraint.valueOf(options.getOrDefault("constraint", "FREE"));
        PolaritySettings settings = PolaritySettings.STANDARD
                .withGranularity(
                        PolarityMap.Granularity.valueOf(options.getOrDefault("granularity", "ROW_BLOCK")),
                        number(options, "groups", 1))
                .withConstraint(constraint)
                .withPrice(PolarityPrice.valueOf(options.getOrDefault("price", "AREA")))
                .withEpochs(number(options, "search", 15), number(options, "adapt", 5));
        List<Double> lambdas = Arrays.stream(
                        options.getOrDefault("lambdas", "0,0.05,0.2,1,10,1000").split(","))
                .map(Double::valueOf)
                .toList();
        int draws = number(options, "draws", 10);
        PolaritySearch search = new PolaritySearch(
                design,
                parts,
                settings,
                Technology.standard(),
                CostOptions.STANDARD,
                draws,
                options.containsKey("state") ? Path.of(options.get("state")) : null);
        Bench.print("%s, %d sub-matrices, %s, %s", network, search.size(), settings, options);
        Bench.print(
                "%9s %6s %6s %6s %7s %8s %7s %7s %8s %9s %7s %9s %8s",
                "lambda",
                "pos %",
                "neg %",
                "dif %",
                "w dif %",
                "float %",
                "val %",
                "std %",
                "test %",
                "area mm2",
                "area %",
                "energy nJ",
                "seconds");
        long[] start = {System.nanoTime()};
        if (constraint == PolarityConstraint.FREE) {
            show(search.fixed(Encoding.DIFFERENTIAL, new Told()), search, parts, draws, start);
        }
        search.run(lambdas, new Told(), point -> show(point, search, parts, draws, start));
    }

    private static int number(Map<String, String> options, String name, int standard) {
        return Integer.parseInt(options.getOrDefault(name, String.valueOf(standard)));
    }

    private static void show(PolarityPoint point, PolaritySearch search, Parts parts, int draws, long[] start) {
        AccuracyUnderNoise test =
                MonteCarlo.accuracy(MappedNetwork.of(point.trained()), parts.test(), draws, 1001, () -> false, _ -> {});
        Bench.print(
                "%9s %6.1f %6.1f %6.1f %7.1f %8.2f %7.2f %7.2f %8.2f %9.5f %7.1f %9.1f %8.1f",
                Double.isNaN(point.lambda()) ? "–" : point.lambda(),
                100 * point.share(Encoding.POSITIVE),
                100 * point.share(Encoding.NEGATIVE),
                100 * point.share(Encoding.DIFFERENTIAL),
                100 * point.weightShare(Encoding.DIFFERENTIAL),
                100 * point.trained().floatAccuracy(),
                100 * point.accuracy().mean(),
                100 * point.accuracy().standardDeviation(),
                100 * test.mean(),
                point.cost().areaSquareMillimetres(),
                100
                        * point.cost().areaSquareMillimetres()
                        / search.differentialCost().areaSquareMillimetres(),
                point.cost().energyNanojoules(),
                (System.nanoTime() - start[0]) * 1e-9);
        start[0] = System.nanoTime();
    }
}
