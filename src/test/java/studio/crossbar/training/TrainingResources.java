package studio.crossbar.training;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What memory the training of cifar-cnn takes, and what threads bring. */
public final class TrainingResources {

    private static final int ROUNDS = 3;
    private static final int SPEED_BATCH = 64;
    private static final int MEMORY_BATCH = 128;
    private static final int STEPS = 1000;
    private static final Path STATUS = Path.of("/proc/self/status");

    private TrainingResources() {}

    /** @param args seconds a measurement, 5 if not given */
    public static void main(String[] args) throws IOException {
        double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 5;
        // First, so that the highest resident memory is this measurement's.
        memory();
        threads(seconds);
    }

    private static void threads(double seconds) {
        for (Epoch.Phase kind : List.of(Epoch.Phase.FLOAT, Epoch.Phase.HARDWARE)) {
            List<double[]> rounds = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                rounds.add(new double[] {rate(1, kind, seconds), rate(2, kind, seconds)});
            }
            print(
                    "cifar-cnn %-9s 1 thread %6.0f, 2 threads %6.0f samples/s, ratio %.2f",
                    kind.label(),
                    TrainingSpeed.median(rounds.stream().mapToDouble(r -> r[0])),
                    TrainingSpeed.median(rounds.stream().mapToDouble(r -> r[1])),
                    TrainingSpeed.median(rounds.stream().mapToDouble(r -> r[1] / r[0])));
        }
    }

    private static double rate(int threads, Epoch.Phase kind, double seconds) {
        try (TrainingSteps steps = new TrainingSteps(TrainingSpeed.cifarCnn(), SPEED_BATCH, threads)) {
            return SPEED_BATCH / TrainingSpeed.seconds(steps, kind, seconds);
        }
    }

    private static void memory() throws IOException {
        try (TrainingSteps steps = new TrainingSteps(
                TrainingSpeed.cifarCnn(), MEMORY_BATCH, Runtime.getRuntime().availableProcessors())) {
            for (int step = 1; step <= STEPS; step++) {
                steps.step(Epoch.Phase.HARDWARE);
                if (step == 1 || step % (STEPS / 5) == 0) {
                    System.gc();
                    long heap = ManagementFactory.getMemoryMXBean()
                            .getHeapMemoryUsage()
                            .getUsed();
                    print(
                            "batch %d, step %4d: %5.1f MiB of heap after a collection, %s resident, %s at most",
                            MEMORY_BATCH, step, heap / 1024.0 / 1024, status("VmRSS"), status("VmHWM"));
                }
            }
        }
    }

    private static String status(String field) throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(field))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .map(kib -> Long.parseLong(kib) / 1024 + " MiB")
                .findFirst()
                .orElse("unknown");
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
