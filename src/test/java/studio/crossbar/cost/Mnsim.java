package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.Subtraction;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.training.Activity;

/**
 * MNSIM 2.0 at default settings with LeNet, and our bills of what it builds: 8-bit weights in 8 pairs of 1-bit cells, 8-bit
 * inputs and a sign in 9 reads, elements of a positive and a negative crossbar of 256 × 256, analog subtraction, 128 ADCs
 * and DACs an element.
 */
final class Mnsim {

    static final Path DOCUMENT = Path.of("docs/validation.md");

    private static final Path ORACLE = Path.of("../shared/oracle/mnsim/default_lenet.txt");

    /** Elements that it builds, four to each of its 14 tiles, of which two belong to pooling layers. */
    static final int ELEMENTS = 56;

    private static final int CYCLES = 9;
    static final int SLICES = 8;

    /**
     * A layer as MNSIM divides it: rows of whole input channels.
     *
     * @param blocks rows of each row block
     * @param outputs weight columns
     * @param vectors input vectors
     */
    record Layer(List<Integer> blocks, int outputs, int vectors) {

        int mostRows() {
            return blocks.stream().mapToInt(Integer::intValue).max().orElseThrow();
        }

        /** Reads in turn, since an element has 128 DACs. */
        int turns() {
            return Math.ceilDiv(mostRows(), 128);
        }

        int rows() {
            return blocks.stream().mapToInt(Integer::intValue).sum();
        }

        /** Rows that MNSIM counts a read: half of the longest block's, for two rows share a DAC. */
        double rowsItCounts() {
            return Math.ceil(mostRows() / 2.0) * blocks.size();
        }

        /** Columns that it counts: half, for two columns share an ADC. */
        double columnsItCounts() {
            return Math.ceil(outputs / 2.0);
        }
    }

    static final List<Layer> LENET = List.of(
            new Layer(List.of(75), 6, 784),
            new Layer(List.of(150), 16, 100),
            new Layer(List.of(250, 150), 120, 1),
            new Layer(List.of(120), 84, 1),
            new Layer(List.of(84), 10, 1));

    /** Areas of the row drivers of all crossbars, µm², which it prints inside its crossbars'. */
    static final double DRIVERS = 2 * ELEMENTS * 256 * 1150.0;

    private static final CostOptions OPTIONS =
            CostOptions.STANDARD.withSubtraction(Subtraction.ANALOG).withMeanSquareInput(0.1);

    static List<CostItem> bill(List<Crossbar> elements, int vectors, int outputs, int blocks) throws IOException {
        return bill(elements, vectors, outputs, blocks, new Traffic(0, 0, 0), new DigitalWork(0, 0, 0, 0));
    }

    static List<CostItem> bill(
            List<Crossbar> elements, int vectors, int outputs, int blocks, Traffic traffic, DigitalWork work)
            throws IOException {
        return Chips.items(
                new Chips.Placed(elements, vectors, CYCLES, outputs, blocks),
                Designs.HARDWARE
                        .withCell(new Cell(2, 1, 100))
                        .withConverters(new Converters(1, 6))
                        .withTile(new TileShape(256, 512)),
                Technology.bundled("mnsim-130nm"),
                OPTIONS,
                // MNSIM's mean: two thirds of the cells at 1 MΩ, one at 10 kΩ.
                0.67 * 1 + 0.33 * 100,
                new Activity(0.5, 0.1),
                traffic,
                work);
    }

    static List<CostItem> bill(Layer layer) throws IOException {
        return bill(
                elements(layer),
                layer.vectors(),
                layer.outputs(),
                layer.blocks().size());
    }

    static List<Crossbar> elements(Layer layer) {
        List<Crossbar> elements = new ArrayList<>();
        for (int rows : layer.blocks()) {
            for (int slice = 0; slice < SLICES; slice++) {
                elements.add(new Crossbar(rows, layer.outputs(), 1, true, 0));
            }
        }
        return elements;
    }

    static List<CostItem> chip() throws IOException {
        return bill(whole(), 1, 256, 1);
    }

    static List<Crossbar> whole() {
        return Collections.nCopies(ELEMENTS, new Crossbar(256, 256, 1, true, 0));
    }

    static double figure(String label) throws IOException {
        Assumptions.assumeTrue(Files.isReadable(ORACLE), () -> ORACLE + " is not here");
        Matcher matcher = Pattern.compile("\\s" + label + ": ([0-9.]+)").matcher(Files.readString(ORACLE));
        assertThat(matcher.find()).as(label).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    /** What MNSIM counts of our energies of a layer. */
    static double counted(Component component, Layer layer) {
        double columns = layer.columnsItCounts() / layer.outputs();
        return layer.turns()
                * switch (component) {
                    case ADC -> columns;
                    case DAC -> layer.rowsItCounts() / layer.rows();
                    case CELL_ARRAY -> layer.mostRows() / 2.0 * layer.blocks().size() / layer.rows() * columns;
                    default -> throw new IllegalArgumentException("no rule for " + component);
                };
    }

    private Mnsim() {}
}
