package studio.crossbar.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

/**
 * Steps a second of the engine beside PyTorch's on the same networks, batch and number of threads, turn by turn in one
 * run: forward, backward and update on inputs of the right shape, the median step.
 */
public final class TrainingSpeed {

    private static final int BATCH = 64;
    private static final int ROUNDS = 3;
    private static final Path PEER = Path.of("../shared/baseline/torch_hwa.py");

    private TrainingSpeed() {}

    /** @param args seconds a measurement, 5 if not given, then networks, all if none are given */
    public static void main(String[] args) throws IOException, InterruptedException {
        double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 5;
        int threads = Runtime.getRuntime().availableProcessors();
        System.out.printf(
                "%-8s %-5s %12s %12s %7s   (batch %d, %d threads, samples/s, median of %d rounds)%n",
                "network", "mode", "ours", "PyTorch", "ratio", BATCH, threads, ROUNDS);
        Map<String, Network> networks = new LinkedHashMap<>();
        networks.put("har-cnn", harCnn());
        networks.put("mlp", mlp());
        networks.put("cifar-cnn", cifarCnn());
        networks.keySet().retainAll(args.length > 1 ? List.of(args).subList(1, args.length) : networks.keySet());
        for (Map.Entry<String, Network> entry : networks.entrySet()) {
            String name = entry.getKey();
            Network network = entry.getValue();
            List<double[]> rounds = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                double[] peer = peer(name, threads, seconds);
                rounds.add(new double[] {
                    ours(network, Epoch.Phase.FLOAT, seconds),
                    peer[0],
                    ours(network, Epoch.Phase.HARDWARE, seconds),
                    peer[1]
                });
            }
            for (int mode = 0; mode < 2; mode++) {
                int column = 2 * mode;
                double ours = median(rounds.stream().mapToDouble(r -> r[column]));
                double theirs = median(rounds.stream().mapToDouble(r -> r[column + 1]));
                double ratio = median(rounds.stream().mapToDouble(r -> r[column] / r[column + 1]));
                System.out.printf(
                        Locale.ROOT,
                        "%-8s %-5s %12.0f %12.0f %7.2f%n",
                        name,
                        mode == 0 ? "fp32" : "hwa",
                        ours,
                        theirs,
                        ratio);
            }
        }
    }

    static double median(java.util.stream.DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static Network harCnn() {
        Layer relu = new Layer.Relu();
        return new Network(
                new Shape(18, 128),
                List.of(
                        new Layer.Conv1d(32, 5, 2, 2),
                        relu,
                        new Layer.Conv1d(64, 5, 2, 2),
                        relu,
                        new Layer.Conv1d(64, 5, 2, 2),
                        relu,
                        new Layer.MeanOverTime(),
                        new Layer.Dense(6)));
    }

    static Network cifarCnn() {
        Layer relu = new Layer.Relu();
        Layer pool = new Layer.MaxPool(Extent.square(2), Extent.square(2));
        return new Network(
                new Shape(3, 32, 32),
                List.of(
                        Layer.Conv2d.same(32, 3, 1),
                        relu,
                        Layer.Conv2d.same(32, 3, 1),
                        relu,
                        pool,
                        Layer.Conv2d.same(64, 3, 1),
                        relu,
                        Layer.Conv2d.same(64, 3, 1),
                        relu,
                        pool,
                        new Layer.Dense(128),
                        relu,
                        new Layer.Dense(10)));
    }

    private static Network mlp() {
        Layer relu = new Layer.Relu();
        return new Network(
                new Shape(561, 1), List.of(new Layer.Dense(128), relu, new Layer.Dense(64), relu, new Layer.Dense(6)));
    }

    private static double ours(Network network, Epoch.Phase kind, double seconds) {
        try (TrainingSteps steps =
                new TrainingSteps(network, BATCH, Runtime.getRuntime().availableProcessors())) {
            return BATCH / seconds(steps, kind, seconds);
        }
    }

    /** Seconds of the median step. */
    static double seconds(TrainingSteps steps, Epoch.Phase kind, double seconds) {
        List<Double> times = new ArrayList<>();
        // The warm-up lasts as long as the measurement: the compiler's last stage takes seconds.
        long start = System.nanoTime();
        while (System.nanoTime() - start < 2 * seconds * 1e9 || times.size() < 5) {
            long began = System.nanoTime();
            steps.step(kind);
            if (System.nanoTime() - start > seconds * 1e9) {
                times.add((System.nanoTime() - began) / 1e9);
            }
        }
        return median(times.stream().mapToDouble(Double::doubleValue));
    }

    /** The peer's fp32 and hardware-aware samples a second. */
    private static double[] peer(String network, int threads, double seconds) throws IOException, InterruptedException {
        if (!Files.exists(PEER)) {
            throw new IOException(PEER.toAbsolutePath() + " is missing; run from the project's folder beside shared");
        }
        Process process = new ProcessBuilder(
                        "/usr/bin/python3",
                        PEER.toString(),
                        "--threads",
                        Integer.toString(threads),
                        "--batch",
                        Integer.toString(BATCH),
                        "--seconds",
                        Double.toString(seconds),
                        network)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the peer failed; it needs Debian's python3-torch");
        }
        return Arrays.stream(printed.split("\n"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf('=') + 1)))
                .toArray();
    }
}
