package studio.crossbar.bench;

import java.io.BufferedWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import studio.crossbar.cost.AdcKind;
import studio.crossbar.cost.CostModel;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Schedule;
import studio.crossbar.cost.Technology;
import studio.crossbar.cost.sweep.Sweep;
import studio.crossbar.cost.sweep.SweepResult;
import studio.crossbar.cost.sweep.SweepSpace;
import studio.crossbar.cost.sweep.SweepTable;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.study.Project;

/** Time of costing one design of the activity network, and of a sweep of 103,680 designs with its CSV. */
public final class CostSweepBench {

    private static final int WARM_UP = 20_000;
    private static final int ROUNDS = 20_000;

    private CostSweepBench() {}

    public static void main(String[] args) throws Exception {
        Design design = Project.open(Path.of("sample-projects", "har-unipolar")).design();
        Technology technology = Technology.standard();
        System.out.printf(
                Locale.ROOT, "one design, mapped and costed: %.1f µs of processor time%n", one(design, technology));
        SweepSpace space = new SweepSpace(
                List.of(new TileShape(64, 64), new TileShape(128, 128), new TileShape(256, 256)),
                List.of(Polarity.DIFFERENTIAL, Polarity.POSITIVE, Polarity.NEGATIVE, Polarity.ROW_BLOCK),
                List.of(1, 2, 3, 4),
                List.of(2, 4, 6, 8, 10),
                List.of(4, 6, 8),
                List.of(RangeSharing.values()),
                List.of(DigitalScaling.values()),
                List.of(AdcKind.SAR, AdcKind.RAMP, AdcKind.SURVEY),
                List.of(1, 4, 8, 16),
                List.of(Schedule.LAYER_SERIAL, Schedule.LAYER_PARALLEL));
        Path csv = Files.createTempFile("sweep", ".csv");
        try {
            for (int round = 0; round < 2; round++) {
                long start = System.nanoTime();
                SweepResult result = Sweep.run(
                        design.network(),
                        design.hardware(),
                        technology,
                        CostOptions.STANDARD,
                        space,
                        () -> false,
                        done -> {});
                double costed = seconds(start);
                try (BufferedWriter writer = Files.newBufferedWriter(csv)) {
                    SweepTable.write(result, writer);
                }
                System.out.printf(
                        Locale.ROOT,
                        "sweep of %,d designs on %d processors: %.2f s, with its CSV %.2f s%n",
                        result.size(),
                        Runtime.getRuntime().availableProcessors(),
                        costed,
                        seconds(start));
            }
        } finally {
            Files.delete(csv);
        }
    }

    /** Mean processor time of mapping and costing, µs, after warm-up, on one thread; other processes do not count. */
    private static double one(Design design, Technology technology) {
        double sum = 0;
        for (int i = 0; i < WARM_UP; i++) {
            sum += cost(design, technology);
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < ROUNDS; i++) {
            sum += cost(design, technology);
        }
        double micros = (threads.getCurrentThreadCpuTime() - start) * 1e-3 / ROUNDS;
        if (!(sum > 0)) {
            throw new IllegalStateException("nothing was costed");
        }
        return micros;
    }

    private static double cost(Design design, Technology technology) {
        return CostModel.cost(MappingPlan.of(design.network(), design.hardware()), design.hardware(), technology)
                .areaSquareMillimetres();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }
}
