package studio.crossbar.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import studio.crossbar.data.Parts;
import studio.crossbar.data.UciHarReader;
import studio.crossbar.design.Design;
import studio.crossbar.design.ReferenceDesign;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.MonteCarlo;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.training.Trainer;
import studio.crossbar.training.TrainingListener;

/**
 * Test accuracy on UCI HAR's raw signals under uniform scaling, 8-bit converters and 5 % programming noise. The last
 * epoch is taken as it is; nothing is chosen on the test windows.
 */
final class HarAccuracy {

    private static final int DRAWS = 10;
    private static final String DEFAULT_DATA = "../shared/data/uci-har/UCI HAR Dataset.zip";

    private HarAccuracy() {}

    private record Case(String name, int bits, Polarity polarity) {}

    static void main(String[] args) throws IOException {
        int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        String wanted = args.length > 1 ? args[1] : "";
        Parts parts =
                UciHarReader.read(Path.of(Objects.requireNonNullElse(System.getenv("CROSSBAR_DATA"), DEFAULT_DATA)));
        System.out.printf(
                "%-28s %-5s %8s %8s %8s %8s %8s %9s%n",
                "design", "seed", "weights", "float %", "mean %", "std %", "worst %", "seconds");
        for (Case design : List.of(
                new Case("4-bit differential", 4, Polarity.DIFFERENTIAL),
                new Case("2-bit row-block unipolar", 2, Polarity.ROW_BLOCK),
                new Case("2-bit only-positive", 2, Polarity.POSITIVE))) {
            if (!design.name().contains(wanted)) {
                continue;
            }
            List<Double> floats = new ArrayList<>();
            List<Double> means = new ArrayList<>();
            for (int seed = 1; seed <= seeds; seed++) {
                long start = System.nanoTime();
                TrainedNetwork trained = Trainer.train(design(design, seed), parts, TrainingListener.NONE);
                AccuracyUnderNoise noisy = MonteCarlo.accuracy(
                        MappedNetwork.of(trained), parts.test(), DRAWS, 1000L + seed, () -> false, share -> {});
                floats.add(trained.floatAccuracy());
                means.add(noisy.mean());
                System.out.printf(
                        Locale.ROOT,
                        "%-28s %-5d %8d %8.2f %8.2f %8.2f %8.2f %9.1f%n",
                        design.name(),
                        seed,
                        trained.design().network().weights(),
                        100 * trained.floatAccuracy(),
                        100 * noisy.mean(),
                        100 * noisy.standardDeviation(),
                        100 * noisy.worst(),
                        (System.nanoTime() - start) * 1e-9);
            }
            System.out.printf(
                    Locale.ROOT, "%-28s %-5s %8s %8.2f %8.2f%n", design.name(), "mean", "", mean(floats), mean(means));
        }
    }

    private static double mean(List<Double> shares) {
        return 100 * shares.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static Design design(Case choice, long seed) {
        return ReferenceDesign.of(ReferenceNetwork.HAR_CNN, choice.bits(), choice.polarity())
                .withSeed(seed);
    }
}
