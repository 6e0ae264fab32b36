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
import java.util.Random;
import java.util.stream.IntStream;
import studio.crossbar.data.Standardisation;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.tensor.NoiseUse;

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

    private static double median(java.util.stream.DoubleStream values) {
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

    private static Network cifarCnn() {
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
        Recipe recipe = Recipe.standard().withEpochs(1, 1).with(r -> {
            r.rampEpochs = 0;
            r.batch = BATCH;
            r.labelSmoothing = 0;
            r.distillation = 0;
            r.augmentation = 0;
            r.rotationDegrees = 0;
            r.batchNormalisation = false;
        });
        // As the peer: 4-bit signed weights, 5 % fresh noise, 8-bit DACs and ADCs, row blocks of 128, shared ranges.
        Hardware hardware = new Hardware(
                Cell.ofBits(4),
                Polarity.DIFFERENTIAL,
                new Converters(8, 8),
                new TileShape(128, 128),
                RangeSharing.UNIFORM,
                DigitalScaling.AFFINE,
                InputCoding.SIGNED,
                new Noise(0.05, 0));
        Design design = new Design("speed", network, hardware, recipe, 1);
        Model model = Model.of(design);
        model.initialise(1, true);
        try (Workers workers = Workers.ofProcessors()) {
            return BATCH / step(model, new BatchRunner(model, InputCoding.SIGNED, BATCH, workers), kind, seconds);
        }
    }

    private static final Optimisation HOW = Optimisation.of(Recipe.standard());

    /** Seconds of the median step. */
    private static double step(Model model, BatchRunner runner, Epoch.Phase kind, double seconds) {
        Windows windows = windows(model.network.input(), model.network.output().size());
        new Calibration(model, runner, RangeSharing.UNIFORM, 0.05).run(windows);
        int[] order = IntStream.range(0, BATCH).toArray();
        Loss loss = new Loss(0, 0);
        boolean analog = kind == Epoch.Phase.HARDWARE;
        List<Double> times = new ArrayList<>();
        // The warm-up lasts as long as the measurement: the compiler's last stage takes seconds.
        long start = System.nanoTime();
        int step = 0;
        while (System.nanoTime() - start < 2 * seconds * 1e9 || times.size() < 5) {
            long began = System.nanoTime();
            Stage stage = new Stage(analog, true, new Noise(0.05, 0), NoiseUse.TRAINING, 1, step++);
            runner.program(stage);
            runner.learn(windows, order, 0, BATCH, Augmentation.NONE, 0, loss, null, stage);
            Phase.update(model, runner.workers(), kind, HOW, step, 1e-3f);
            if (System.nanoTime() - start > seconds * 1e9) {
                times.add((System.nanoTime() - began) / 1e9);
            }
        }
        return median(times.stream().mapToDouble(Double::doubleValue));
    }

    private static Windows windows(Shape shape, int classes) {
        Random random = new Random(1);
        float[] signals = new float[BATCH * shape.size()];
        for (int i = 0; i < signals.length; i++) {
            signals[i] = random.nextFloat();
        }
        int[] labels =
                IntStream.range(0, BATCH).map(i -> random.nextInt(classes)).toArray();
        return new Windows(
                signals,
                shape.channels(),
                shape.height(),
                shape.width(),
                labels,
                new Standardisation(new float[0], new float[0]),
                List.of());
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
