package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import studio.crossbar.hardware.Converters;
import studio.crossbar.training.Activity;

/** The oracle's small network on NeuroSim V1.4 at 22 nm: its logs, its layers, and our bills of them. */
final class NeuroSim {

    static final Path DOCUMENT = Path.of("docs/validation.md");

    private static final Path ORACLE = Path.of("../shared/oracle/neurosim");

    /** Read once. */
    private static List<NeuroSimTrace> traces = List.of();

    /** Columns of a crossbar. */
    static final int COLUMNS = 128;

    private NeuroSim() {}

    /**
     * A layer.
     *
     * @param side of its square input
     * @param kernel side
     * @param rows of a crossbar: convolutions 2 to 4 have one a kernel tap (Chip.cpp, "novel mapping")
     * @param outputs weight columns
     */
    record Layer(int side, int kernel, int rows, int outputs) {

        /** Convolutions keep the size, by padding. */
        int vectors() {
            return side * side;
        }

        /** Chip.cpp, ChipCalculatePerformance, {@code numInVector}: without padding. */
        int vectorsItCounts() {
            return (side - kernel + 1) * (side - kernel + 1);
        }
    }

    static final List<Layer> LAYERS = List.of(
            new Layer(32, 3, 27, 16),
            new Layer(32, 3, 16, 32),
            new Layer(16, 3, 32, 64),
            new Layer(8, 3, 64, 64),
            new Layer(1, 1, 128, 128),
            new Layer(1, 1, 128, 10));

    static String log(String name) throws IOException {
        return Files.readString(present(name));
    }

    static synchronized List<NeuroSimTrace> traces() throws IOException {
        if (traces.isEmpty()) {
            traces = NeuroSimTrace.read(
                    present("traces_small.tgz"),
                    LAYERS.stream().map(Layer::rows).toList());
        }
        return traces;
    }

    private static Path present(String name) {
        Path file = ORACLE.resolve(name);
        Assumptions.assumeTrue(Files.isReadable(file), () -> file + " is not here");
        return file;
    }

    /** The last figure behind a label: the whole chip's, where layers have one, too. */
    static double figure(String log, String label) {
        List<Double> figures = figures(log, label);
        assertThat(figures).as(label).isNotEmpty();
        return figures.getLast();
    }

    /** All figures behind a label, in order. */
    static List<Double> figures(String log, String label) {
        Matcher matcher =
                Pattern.compile(Pattern.quote(label) + "\\s*([0-9.eE+]+)").matcher(log);
        return matcher.results()
                .map(found -> Double.parseDouble(found.group(1)))
                .toList();
    }

    /** Crossbars that NeuroSim builds for each layer, from the floor plan in its log: a tile holds so many of them. */
    static List<Integer> crossbars(String log) {
        int conventional = sizes(log, "Desired Conventional Mapped Tile Storage Size");
        int taps = sizes(log, "Desired Novel Mapped Tile Storage Size");
        int one = sizes(log, "User-defined SubArray Size");
        List<Integer> built = new ArrayList<>();
        for (int layer = 0; layer < LAYERS.size(); layer++) {
            boolean tap = layer >= 1 && layer <= 3;
            int tiles = figures(log, "layer" + (layer + 1) + ":").getFirst().intValue();
            built.add(tiles * ((tap ? taps : conventional) / one));
        }
        return built;
    }

    /** Product of sizes such as 9x256x256. */
    private static int sizes(String log, String label) {
        Matcher matcher = Pattern.compile(Pattern.quote(label) + ": ([0-9x]+)").matcher(log);
        assertThat(matcher.find()).as(label).isTrue();
        return Arrays.stream(matcher.group(1).split("x", -1))
                .mapToInt(Integer::parseInt)
                .reduce(1, Math::multiplyExact);
    }

    /** Our bill of a layer's reads, on the crossbars that NeuroSim gives it. */
    static List<CostItem> bill(
            int layer, NeuroSimTrace trace, NeuroSimTrace.Reads reads, int cellBits, AdcKind adc, int adcBits)
            throws IOException {
        Layer shape = LAYERS.get(layer);
        Crossbar crossbar = new Crossbar(shape.rows(), shape.outputs(), 8 / cellBits, false, 0);
        return Chips.items(
                new Chips.Placed(
                        Collections.nCopies(trace.crossbars(), crossbar),
                        reads.vectors(),
                        NeuroSimTrace.INPUT_BITS,
                        shape.outputs(),
                        trace.crossbars()),
                Designs.HARDWARE.withConverters(new Converters(1, adcBits)),
                Technology.bundled("neurosim-22nm"),
                CostOptions.STANDARD.withSchedule(Schedule.LAYER_PARALLEL).withAdc(adc),
                reads.microSiemens(),
                new Activity(reads.share(), reads.share()),
                new Traffic(0, 0, 0),
                new DigitalWork(0, 0, 0, 0));
    }
}
