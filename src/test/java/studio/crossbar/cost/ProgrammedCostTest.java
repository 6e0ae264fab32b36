package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.Networks;
import studio.crossbar.network.Network;
import studio.crossbar.training.Activity;
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
        TrainedNetwork random = Networks.trained(network, hardware, new Random(1));
        TrainedLayer layer = random.layers().getFirst();
        float[] weights = new float[layer.weights().length];
        Arrays.fill(weights, weight);
        TrainedNetwork filled = new TrainedNetwork(
                random.design(),
                random.standardisation(),
                List.of(new TrainedLayer(
                        0, layer.plan(), layer.outputs(), weights, layer.multiplier(), layer.bias(), layer.ranges())),
                List.of(),
                0);

        Cost cost =
                CostModel.cost(MappedNetwork.of(filled), TECHNOLOGY, CostOptions.STANDARD.withMeanSquareInput(0.25));

        double picojoules = cells * 0.55 * 0.55 * microSiemens * 10e-3 * QUARTER;
        assertThat(cost.energyByComponent().getOrDefault(Component.CELL_ARRAY, 0.0))
                .isCloseTo(picojoules * 1e-3, within(1e-12));
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

        Cost measured =
                CostModel.cost(mapped, TECHNOLOGY, options, List.of(new Activity(0.2, 0.05), new Activity(0.5, 0.5)));

        assertThat(measured.energyNanojoules() - cells(measured))
                .isCloseTo(assumed.energyNanojoules() - cells(assumed), within(1e-9));
        assertThat(cellsOf(measured, 0)).isCloseTo(0.05 / QUARTER * cellsOf(assumed, 0), within(1e-12));
        assertThat(cellsOf(measured, 1)).isCloseTo(0.5 / UNSIGNED_QUARTER * cellsOf(assumed, 1), within(1e-12));
        assertThat(assumed.energyBasis()).isEqualTo(EnergyBasis.PROGRAMMED_CELLS);
        assertThat(measured.energyBasis()).isEqualTo(EnergyBasis.MEASURED_INPUTS);
        assertThat(measured.ofLayer(0).getFirst().source()).contains("measured inputs");
        assertThatThrownBy(() -> CostModel.cost(mapped, TECHNOLOGY, options, List.of(new Activity(0.2, 0.05))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("measured: 1 entries, but the network has 2 layers with weights");
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
