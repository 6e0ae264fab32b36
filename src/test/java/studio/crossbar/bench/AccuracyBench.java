package studio.crossbar.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.data.Cifar10Reader;
import studio.crossbar.data.MnistReader;
import studio.crossbar.data.Parts;
import studio.crossbar.data.UciHarReader;
import studio.crossbar.design.Design;
import studio.crossbar.design.ReferenceDesign;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.MonteCarlo;
import studio.crossbar.study.Costing;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.training.Trainer;

/**
 * Test accuracy of reference designs under uniform scaling, 8-bit converters and 5 % programming noise. The last epoch is
 * taken as it is; nothing is chosen on the test samples.
 */
final class AccuracyBench {

    private static final int DRAWS = 10;
    private static final Costing COSTING = new Costing(Technology.standard(), CostOptions.STANDARD);
    private static final Path DATA = Path.of("../shared/data");

    private AccuracyBench() {}

    private record Case(String name, Design design) {

        static Case of(ReferenceNetwork network, int bits, Polarity polarity, String name) {
            return new Case(bits + "-bit " + name, ReferenceDesign.of(network, bits, polarity));
        }
    }

    /** @param args how many seeds, 0 for the costs alone, and a text that names of designs must hold */
    static void har(String[] args) throws IOException {
        run(args, harData(), threeDesigns(ReferenceNetwork.HAR_CNN));
    }

    static void mnist(String[] args) throws IOException {
        run(args, MnistReader.read(DATA.resolve("mnist")), threeDesigns(ReferenceNetwork.LENET));
    }

    static void cifar(String[] args) throws IOException {
        Parts parts = Cifar10Reader.read(DATA.resolve("cifar-10/cifar-10-binary.tar.xz"));
        run(args, parts, threeDesigns(ReferenceNetwork.CIFAR_DEEP));
    }

    /** What each step of digital scaling and of own ranges buys. */
    static void scaling(String[] args) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (Case one : List.of(
                Case.of(ReferenceNetwork.HAR_CNN, 4, Polarity.DIFFERENTIAL, "differential"),
                Case.of(ReferenceNetwork.HAR_CNN, 2, Polarity.ROW_BLOCK, "row-block"))) {
            for (RangeSharing ranges : RangeSharing.values()) {
                for (DigitalScaling scaling : DigitalScaling.values()) {
                    cases.add(new Case(
                            String.format(Locale.ROOT, "%s %s %s", one.name(), ranges, scaling)
                                    .toLowerCase(Locale.ROOT),
                            one.design()
                                    .withHardware(one.design()
                                            .hardware()
                                            .withRanges(ranges)
                                            .withScaling(scaling))));
                }
            }
        }
        run(args, harData(), cases);
    }

    private static Parts harData() throws IOException {
        String set = System.getenv("CROSSBAR_DATA");
        return UciHarReader.read(
                set == null ? DATA.resolve("uci-har/UCI HAR Dataset.zip") : Path.of(Objects.requireNonNull(set)));
    }

    private static List<Case> threeDesigns(ReferenceNetwork network) {
        return List.of(
                Case.of(network, 4, Polarity.DIFFERENTIAL, "differential"),
                Case.of(network, 2, Polarity.ROW_BLOCK, "row-block unipolar"),
                Case.of(network, 2, Polarity.POSITIVE, "only-positive"));
    }

    private static void run(String[] args, Parts parts, List<Case> cases) {
        int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        String wanted = args.length > 1 ? args[1] : "";
        Bench.print(
                "%-38s %-5s %8s %8s %8s %8s %8s %7s %9s",
                "design", "seed", "weights", "float %", "mean %", "std %", "worst %", "epochs", "seconds");
        for (Case one : cases) {
            if (one.name().contains(wanted)) {
                run(one, seeds, parts);
            }
        }
    }

    private static void run(Case one, int seeds, Parts parts) {
        Cost cost = COSTING.of(one.design());
        Bench.print(
                "%-38s cost  %.4f mm2, %.1f nJ and %.1f us an inference",
                one.name(), cost.areaSquareMillimetres(), cost.energyNanojoules(), cost.latencyMicroseconds());
        List<Double> floats = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            long start = System.nanoTime();
            TrainedNetwork trained = Trainer.train(one.design().withSeed(seed), parts, new Told());
            AccuracyUnderNoise noisy = MonteCarlo.accuracy(
                    MappedNetwork.of(trained), parts.test(), DRAWS, 1000L + seed, () -> false, share -> {});
            floats.add(trained.floatAccuracy());
            means.add(noisy.mean());
            Bench.print(
                    "%-38s %-5d %8d %8.2f %8.2f %8.2f %8.2f %7d %9.1f",
                    one.name(),
                    seed,
                    trained.design().network().weights(),
                    100 * trained.floatAccuracy(),
                    100 * noisy.mean(),
                    100 * noisy.standardDeviation(),
                    100 * noisy.worst(),
                    trained.history().size(),
                    (System.nanoTime() - start) * 1e-9);
        }
        if (seeds > 0) {
            Bench.print("%-38s %-5s %8s %8.2f %8.2f", one.name(), "mean", "", mean(floats), mean(means));
        }
    }

    private static double mean(List<Double> shares) {
        return 100 * shares.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
