package studio.crossbar.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import studio.crossbar.data.DataRequest;
import studio.crossbar.data.DataSource;
import studio.crossbar.data.Parts;
import studio.crossbar.tensor.CounterNoise;
import studio.crossbar.training.ImageAugmentation;

/** Reading time and memory of the data sets in {@code ../shared/data}, and the cost of augmenting an image. */
public final class DataBench {

    private static final Path DATA = Path.of("../shared/data");
    private static final int IMAGES = 1024;
    private static final int SIDE = 32;
    private static final int SIZE = 3 * SIDE * SIDE;

    private DataBench() {}

    /** Arguments name data sets to read, as {@code uci-har}, {@code mnist}, {@code cifar-10} or a path; or {@code augmentation}. */
    public static void main(String[] args) throws IOException {
        List<String> names = args.length == 0 ? List.of("augmentation", "uci-har", "mnist", "cifar-10") : List.of(args);
        for (String name : names) {
            if (name.equals("augmentation")) {
                augmentation();
            } else {
                read(DATA.resolve(name));
            }
        }
    }

    /**
     * The peak counts garbage and adds the pools' own peaks, so it is an upper bound; a heap of three times the data (-Xmx)
     * is the sharper test.
     */
    private static void read(Path path) throws IOException {
        if (!Files.exists(path)) {
            Bench.print(
                    "%-10s is not at %s",
                    path.getFileName(), path.toAbsolutePath().normalize());
            return;
        }
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        Parts parts = new DataSource(DataSource.Origin.COMMAND_LINE, path).load(1, DataRequest.ANY);
        double seconds = (System.nanoTime() - start) * 1e-9;
        double peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        double data = 4.0 * (parts.train().features().length + parts.test().features().length);
        Bench.print(
                "%-10s %6.1f s, %6d + %5d samples of %-12s %6.0f MB of floats, peak heap %6.0f MB = %.2f times",
                path.getFileName(),
                seconds,
                parts.train().size(),
                parts.test().size(),
                parts.train().shape(),
                data * 1e-6,
                peak * 1e-6,
                peak / data);
    }

    private static void augmentation() {
        float[] images = KernelBench.random(IMAGES * SIZE);
        float[] into = new float[SIZE];
        float[] mean = {0.1f, 0.2f, 0.3f};
        float[] deviation = {0.9f, 1f, 1.1f};
        CounterNoise noise = new CounterNoise(1, 2);
        ImageAugmentation augmentation = new ImageAugmentation(SIDE, SIDE, 3, 4, true);
        print("copy", () -> {
            for (int i = 0; i < IMAGES; i++) {
                System.arraycopy(images, i * SIZE, into, 0, SIZE);
            }
        });
        print("crop, flip, standardise", () -> {
            for (int i = 0; i < IMAGES; i++) {
                augmentation.apply(images, i * SIZE, mean, deviation, into, 0, noise, i);
            }
        });
    }

    private static void print(String name, Runnable call) {
        double seconds = Bench.seconds(IMAGES * 1e-6, call) / IMAGES;
        Bench.print("%-38s %7.0f ns an image of 32 × 32 × 3", name, seconds * 1e9);
    }
}
