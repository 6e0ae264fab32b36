package studio.crossbar.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Parts;
import studio.crossbar.device.DevicePresets;
import studio.crossbar.hardware.Subtraction;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.simulation.ChipOptions;
import studio.crossbar.simulation.ChipStudy;
import studio.crossbar.simulation.tile.AnalogTile;
import studio.crossbar.simulation.tile.TileConductance;
import studio.crossbar.simulation.tile.TileReadout;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectData;
import studio.crossbar.study.ResultStore;
import studio.crossbar.tensor.CounterNoise;
import studio.crossbar.tensor.Quantizer;

/**
 * A tile of 1024 × 1024 weights on 256 vectors beside NumPy's float32 product of the same shape, turn by turn in one run on
 * as many threads. And a trained project's whole network: one noisy pass over its test samples, and many chips.
 */
final class AnalogBench {

    private static final int SIZE = 1024;
    private static final int BATCH = 256;

    @SuppressWarnings("InlineFormatString") // A program; its place is here.
    private static final String PEER = """
            import sys, time, numpy as np
            n, b = %d, %d
            g = np.random.default_rng(7)
            w = np.clip(g.normal(0, .3, (n, n)), -1, 1).astype(np.float32)
            x = g.random((b, n), dtype=np.float32)
            for i in range(5): x @ w
            print("ready", flush=True)
            for line in sys.stdin:
                k = int(line)
                t = time.perf_counter()
                for i in range(k): y = x @ w
                print((time.perf_counter() - t) / k, flush=True)
            """;

    private AnalogBench() {}

    /** @param args rounds, 7 if not given */
    static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 7;
        int cores = Runtime.getRuntime().availableProcessors();
        Bench.print(
                "%d × %d weights of 4 bits, batch %d, 8-bit DAC and ADC; ms, median of %d rounds",
                SIZE, SIZE, BATCH, rounds);
        Bench.print("%-44s %8s %10s %8s %7s", "", "threads", "numpy", "ours", "ratio");
        for (int threads : IntStream.of(1, cores).distinct().toArray()) {
            tile("pairs, subtracted before the ADC", threads, rounds, false, false, false);
            tile("the same with read noise of every cell", threads, rounds, true, false, false);
            tile("pairs, each column converted", threads, rounds, false, true, false);
            tile("subtracted before, inputs bit by bit", threads, rounds, false, false, true);
        }
    }

    private static void tile(String name, int threads, int rounds, boolean noise, boolean digital, boolean serial)
            throws IOException, InterruptedException, ExecutionException {
        List<AnalogTile> lanes = IntStream.range(0, threads)
                .mapToObj(_ -> pairs(noise, digital, serial))
                .toList();
        int share = BATCH / threads;
        float[] inputs = uniform(new Random(3), share * SIZE, 0, 1);
        float[][] results = new float[threads][share * SIZE];
        Process process = peer(threads);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads);
                BufferedReader from = process.inputReader(StandardCharsets.UTF_8);
                PrintWriter to = new PrintWriter(
                        new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true)) {
            from.readLine();
            double[] theirs = new double[rounds];
            double[] ours = new double[rounds];
            for (int warm = 0; warm < 3; warm++) {
                ours(pool, lanes, inputs, share, results, noise, 5);
            }
            for (int round = 0; round < rounds; round++) {
                to.println(10);
                theirs[round] = Double.parseDouble(from.readLine());
                ours[round] = ours(pool, lanes, inputs, share, results, noise, 10);
            }
            Bench.print(
                    "%-44s %8d %10.2f %8.2f %7.2f",
                    name, threads, 1e3 * median(theirs), 1e3 * median(ours), median(ours) / median(theirs));
        } finally {
            process.destroy();
        }
    }

    private static Process peer(int threads) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/usr/bin/python3", "-c", PEER.formatted(SIZE, BATCH));
        for (String variable : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) {
            builder.environment().put(variable, Integer.toString(threads));
        }
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static double ours(
            ExecutorService pool,
            List<AnalogTile> lanes,
            float[] inputs,
            int share,
            float[][] results,
            boolean noise,
            int calls)
            throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        for (int call = 0; call < calls; call++) {
            int number = call;
            List<Future<?>> all = IntStream.range(0, lanes.size())
                    .<Future<?>>mapToObj(lane -> pool.submit(() -> {
                        @Nullable CounterNoise stream = noise ? new CounterNoise(lane, number) : null;
                        lanes.get(lane).multiply(inputs, share, stream, results[lane]);
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }
        return (System.nanoTime() - start) * 1e-9 / calls;
    }

    private static AnalogTile pairs(boolean noise, boolean digital, boolean serial) {
        Random random = new Random(7);
        float[] g = new float[SIZE * 2 * SIZE];
        float[] variances = new float[noise ? g.length : 0];
        for (int i = 0; i < SIZE * SIZE; i++) {
            int level = (int) Math.rint(7 * Math.clamp(0.3 * random.nextGaussian(), -1, 1));
            g[2 * i] = 1 + 99 * Math.max(level, 0) / 7f;
            g[2 * i + 1] = 1 + 99 * Math.max(-level, 0) / 7f;
        }
        for (int i = 0; i < variances.length; i++) {
            variances[i] = (0.01f * g[i]) * (0.01f * g[i]);
        }
        return new AnalogTile(
                new TileConductance(SIZE, 2 * SIZE, g, variances),
                TileReadout.differential(SIZE, digital ? Subtraction.DIGITAL : Subtraction.ANALOG),
                1 / 99.0,
                Quantizer.unsigned(1, 8),
                serial,
                Quantizer.signed(19, 8));
    }

    private static float[] uniform(Random random, int n, float low, float high) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = low + (high - low) * random.nextFloat();
        }
        return values;
    }

    /** @param args folder of a trained project; chips, 100 if not given */
    static void chips(String[] args) throws IOException {
        Project project = Project.open(Path.of(args[0]));
        int chips = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        Parts parts = ProjectData.load(project, null);
        MappedNetwork mapped =
                MappedNetwork.of(new ResultStore(project).trained().network());
        ChipOptions pcm = ChipOptions.DESIGN.withDevice(DevicePresets.carried("pcm-nandakumar-2019"));
        Bench.print(
                "%s: %d test samples; seconds, and seconds of processor time of all threads",
                project.settings().name(), parts.test().size());
        try (ChipStudy study = new ChipStudy(mapped, parts.test(), parts.train())) {
            List<Double> ages = List.of(3600.0);
            study.accuracies(pcm, ages, 5, 1, () -> false, _ -> {});
            measure("chip programmed, aged, read with noise", study, pcm, 10);
            measure("the same with IR drop", study, pcm.withWires(new WireResistance(1, 1)), 10);
            measure("the design's own cells", study, ChipOptions.DESIGN, 10);
            measure(chips + " chips", study, pcm, chips);
        }
    }

    private static void measure(String name, ChipStudy study, ChipOptions options, int chips) {
        List<Double> ages = List.of(options.device() == null ? 0 : 3600.0);
        Duration before = processorTime();
        long start = System.nanoTime();
        double mean = study.accuracies(options, ages, chips, 1, () -> false, _ -> {})
                .getFirst()
                .mean();
        double wall = (System.nanoTime() - start) * 1e-9;
        double processor = processorTime().minus(before).toMillis() * 1e-3;
        boolean each = chips == 10;
        Bench.print(
                "%-44s %8.3f %8.3f   (accuracy %.2f %%)",
                each ? name + ", a chip" : name, wall / (each ? chips : 1), processor / (each ? chips : 1), 100 * mean);
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
