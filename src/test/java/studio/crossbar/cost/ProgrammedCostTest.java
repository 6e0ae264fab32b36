package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.Networks;
import studio.crossbar.mapping.Tile;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.training.Activity;
import studio.crossbar.training.LayerActivity;
import studio.crossbar.training.TrainedLayer;
import studio.crossbar.training.TrainedNetwork;

class ProgrammedCostTest {

    private static final Technology TECHNOLOGY = Technology.standard();
    private static final Cell CELL = new Cell(4, 1, 10);

    /** Mean square of signed 8-bit inputs whose mean square before rounding is ¼. */
    private static final double QUARTER = new Drive(8, 8).expected(0.25, true).meanSquare();

    /** The same without a sign, behind a rectifier. */
    private static final double UNSIGNED_QUARTER =
            new Drive(8, 8).expected(0.25, false).meanSquare();

    /** 20 rows, 6 outputs: every cell at one conductance, E = V² G t times the mean square input. */
    @ParameterizedTest
    @CsvSource({
        "POSITIVE, 0, 120, 1",
        "POSITIVE, 1, 120, 10",
        "NEGATIVE, -1, 120, 10",
        "DIFFERENTIAL, 1, 240, 5.5",
        "DIFFERENTIAL, 0, 240, 1",
        "OFFSET, 1, 120, 10",
        "OFFSET, -1, 120, 1"
    })
    void arrayEnergyFollowsTheProgrammedConductances(Polarity polarity, float weight, int cells, double microSiemens) {
        Network network = Designs.dense(20, 6);
        Hardware hardware = Networks.hardware(CELL, polarity, new TileShape(16, 16));
        float[] weights = new float[20 * 6];
        Arrays.fill(weights, weight);
        TrainedNetwork filled = filled(network, hardware, weights);

        Cost cost =
                CostModel.cost(MappedNetwork.of(filled), TECHNOLOGY, CostOptions.STANDARD.withMeanSquareInput(0.25));

        double picojoules = cells * 0.55 * 0.55 * microSiemens * 10e-3 * QUARTER;
        assertThat(cost.energyByComponent().getOrDefault(Component.CELL_ARRAY, 0.0))
                .isCloseTo(picojoules * 1e-3, within(1e-12));
    }

    /** A network of one layer with given weights {@code [rows × outputs]}, full scale 1. */
    private static TrainedNetwork filled(Network network, Hardware hardware, float... weights) {
        TrainedNetwork random = Networks.trained(network, hardware, new Random(1));
        TrainedLayer layer = random.layers().getFirst();
        return new TrainedNetwork(
                random.design(),
                random.standardisation(),
                List.of(new TrainedLayer(
                        0, layer.plan(), layer.outputs(), weights, layer.multiplier(), layer.bias(), layer.ranges())),
                List.of(),
                0);
    }

    /** Uniform random weights are near the expectation, and nothing but the cells' energy depends on weights. */
    @ParameterizedTest
    @EnumSource(Polarity.class)
    void theExpectationBeforeTrainingIsThatOfRandomLevels(Polarity polarity) {
        Network network = Designs.dense(200, 100);
        Hardware hardware = Networks.hardware(new Cell(64, 1, 10), polarity, new TileShape(64, 64));
        MappedNetwork mapped = MappedNetwork.of(Networks.trained(network, hardware, new Random(3)));

        Cost programmed = CostModel.cost(mapped, TECHNOLOGY);
        Cost expected = CostModel.cost(mapped.plan(), hardware, TECHNOLOGY);

        double ratio = cells(programmed) / cells(expected);
        assertThat(ratio).isCloseTo(1, within(0.02));
        assertThat(programmed.energyNanojoules() - cells(programmed))
                .isCloseTo(expected.energyNanojoules() - cells(expected), within(1e-9));
        assertThat(programmed.areaSquareMillimetres()).isEqualTo(expected.areaSquareMillimetres());
        assertThat(programmed.latencyMicroseconds()).isEqualTo(expected.latencyMicroseconds());
    }

    @Test
    void theSourceSaysWhetherStatesWereProgrammedOrExpected() {
        Hardware hardware = Networks.hardware(CELL, Polarity.POSITIVE, new TileShape(16, 16));
        MappedNetwork mapped = MappedNetwork.of(Networks.trained(Designs.dense(8, 8), hardware, new Random(1)));

        assertThat(CostModel.cost(mapped, TECHNOLOGY).ofLayer(0).getFirst().source())
                .contains("programmed states");
        assertThat(CostModel.cost(mapped.plan(), hardware, TECHNOLOGY)
                        .ofLayer(0)
                        .getFirst()
                        .source())
                .contains("equally likely weight levels");
    }

    /** The cells' energy is proportional to the mean square of the inputs of its layer, and nothing else follows it. */
    @Test
    void measuredInputsTakeThePlaceOfTheAssumption() {
        Network network = Designs.conv(4, 16, 3, 8, 8);
        Hardware hardware = Networks.hardware(new Cell(4, 0, 10), Polarity.POSITIVE, new TileShape(16, 16));
        MappedNetwork mapped = MappedNetwork.of(Networks.trained(network, hardware, new Random(1)));
        CostOptions options = CostOptions.STANDARD.withMeanSquareInput(0.25);
        Cost assumed = CostModel.cost(mapped, TECHNOLOGY, options);

        Cost measured = CostModel.cost(
                mapped,
                TECHNOLOGY,
                options,
                List.of(LayerActivity.uniform(new Activity(0.2, 0.05)), LayerActivity.uniform(new Activity(0.5, 0.5))));

        assertThat(measured.energyNanojoules() - cells(measured))
                .isCloseTo(assumed.energyNanojoules() - cells(assumed), within(1e-9));
        assertThat(cellsOf(measured, 0)).isCloseTo(0.05 / QUARTER * cellsOf(assumed, 0), within(1e-12));
        assertThat(cellsOf(measured, 1)).isCloseTo(0.5 / UNSIGNED_QUARTER * cellsOf(assumed, 1), within(1e-12));
        assertThat(assumed.energyBasis()).isEqualTo(EnergyBasis.PROGRAMMED_CELLS);
        assertThat(measured.energyBasis()).isEqualTo(EnergyBasis.MEASURED_INPUTS);
        assertThat(measured.ofLayer(0).getFirst().source()).contains("measured inputs");
        LayerActivity one = LayerActivity.of(List.of(new Activity(0.2, 0.05)));
        assertThatThrownBy(() -> CostModel.cost(mapped, TECHNOLOGY, options, List.of(one)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("measured: 1 entries, but the network has 2 layers with weights");
        assertThatThrownBy(() -> CostModel.cost(mapped, TECHNOLOGY, options, List.of(one, one)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("measured: 1 rows of layer 1, which has 12");
    }

    /** A silent row's cells take nothing, however well they conduct: Σ G x² is that of the other row. */
    @Test
    void eachCellIsReadWithTheInputOfItsRow() {
        Hardware hardware = Networks.hardware(new Cell(4, 0.5, 10), Polarity.POSITIVE, new TileShape(16, 16));
        MappedNetwork mapped = MappedNetwork.of(filled(Designs.dense(2, 1), hardware, 1, 0));
        LayerActivity silentFirst = LayerActivity.of(List.of(new Activity(0, 0), new Activity(1, 1)));

        Cost cost = CostModel.cost(mapped, TECHNOLOGY, CostOptions.STANDARD, List.of(silentFirst));

        assertThat(cells(cost)).isCloseTo(0.55 * 0.55 * 0.5 * 10e-6, within(1e-15));
        // The cell of the reference at the other row.
        assertThat(picojoules(cost, "reference cell")).isCloseTo(0.55 * 0.55 * 0.5 * 10e-3, within(1e-12));
        assertThat(cost.energyBasis()).isEqualTo(EnergyBasis.MEASURED_INPUTS);
    }

    /** Layer and tiles against a sum over devices, with groups, slices, pairs, corrections and references. */
    @ParameterizedTest
    @EnumSource(Polarity.class)
    void energiesAreSumsOverDevices(Polarity polarity) {
        Network network = new Network(
                new Shape(6, 10), List.of(new Layer.Conv1d(8, 5, 1, 0, 1, 2), new Layer.Relu(), new Layer.Dense(11)));
        Hardware hardware = Networks.hardware(new Cell(4, 0.5, 10), polarity, new TileShape(8, 16))
                .withSlices(2);
        Random random = new Random(6);
        MappedNetwork mapped = MappedNetwork.of(Networks.trained(network, hardware, random));
        List<LayerActivity> measured = new ArrayList<>();
        for (LayerPlan layer : mapped.plan().layers()) {
            List<Activity> rows = new ArrayList<>();
            for (int row = 0; row < layer.spec().groups() * layer.rows().rows(); row++) {
                double mean = random.nextDouble();
                rows.add(new Activity(mean, mean * mean));
            }
            measured.add(LayerActivity.of(rows));
        }

        Cost cost = CostModel.cost(mapped, TECHNOLOGY, CostOptions.STANDARD, measured);

        for (LayerPlan layer : mapped.plan().layers()) {
            double sum = 0;
            for (Tile tile : mapped.tilesOf(layer.layer())) {
                sum += picojoules(tile, layer, measured.get(layer.layer()));
            }
            assertThat(cellsOf(cost, layer.layer()))
                    .isCloseTo(sum * layer.reads(hardware.converters()) * 1e-3, within(1e-9));
        }
    }

    /** Σ V² G x² t over the devices of a tile that hold weights. */
    private static double picojoules(Tile tile, LayerPlan layer, LayerActivity activity) {
        int group =
                tile.slot().firstOutput() * layer.spec().groups() / layer.spec().outputs();
        double sum = 0;
        for (int r = 0; r < tile.slot().rows(); r++) {
            int row = group * layer.rows().rows() + tile.slot().firstRow() + r;
            for (int c = 0; c < tile.slot().convertedColumns(); c++) {
                sum += tile.conductanceMicroSiemens(r, c)
                        * activity.rows().get(row).meanSquare();
            }
        }
        return 0.55 * 0.55 * 10e-3 * sum;
    }

    private static double picojoules(Cost cost, String part) {
        return cost.items().stream()
                .filter(item -> item.source().startsWith(part))
                .mapToDouble(item -> item.operations() * item.unitEnergyPicojoules())
                .sum();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aMeanSquareInputOutOfRangeIsRefused(double value) {
        assertThatThrownBy(() -> CostOptions.STANDARD.withMeanSquareInput(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("meanSquareInput: " + value + " is outside 0 … 1");
    }

    private static double cellsOf(Cost cost, int layer) {
        return cost.ofLayer(layer).stream()
                .filter(item -> item.component() == Component.CELL_ARRAY)
                .mapToDouble(CostItem::energyNanojoules)
                .sum();
    }

    private static double cells(Cost cost) {
        return cost.energyByComponent().getOrDefault(Component.CELL_ARRAY, 0.0);
    }
}
