package studio.crossbar.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.Networks;
import studio.crossbar.mapping.Tile;
import studio.crossbar.mapping.TileSlot;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.simulation.tile.WireResistance;

/** Errors and losses that are shown cell by cell are those that accuracies are computed with. */
class TileFiguresTest {

    private static final int ROWS = 100;
    private static final int OUTPUTS = 12;
    private static final double SIGMA = 0.05;

    /** The weights that the cells with their errors stand for are the weights of the evaluation's chip. */
    @ParameterizedTest
    @CsvSource({
        "DIFFERENTIAL, 1",
        "DIFFERENTIAL, 2",
        "POSITIVE, 2",
        "NEGATIVE, 3",
        "OFFSET, 1",
        "OFFSET, 2",
        "ROW_BLOCK, 4"
    })
    void cellsWithTheirErrorsHoldTheWeightsOfTheEvaluationsChip(Polarity polarity, int slices) {
        MappedNetwork mapped = mapped(polarity, slices);
        float range = mapped.trained().layers().getFirst().ranges().weight();
        float[][] chip = MonteCarlo.chip(mapped, 0, 7, 3);
        ProgrammingErrors errors = new ProgrammingErrors(mapped, 7, 3);
        for (int t = 0; t < mapped.tiles().size(); t++) {
            Tile tile = mapped.tiles().get(t);
            TileSlot slot = tile.slot();
            float[] of = errors.microSiemens(t);
            for (int r = 0; r < slot.rows(); r++) {
                for (int c = 0; c < slot.convertedColumns(); c++) {
                    double change = slot.sign(0) * of[r * slot.deviceColumns() + c];
                    if (slot.encoding() == Encoding.OFFSET) {
                        change = 2 * (change - of[(r + 1) * slot.deviceColumns() - 1]);
                    }
                    int digit = tile.digitLevel(r, slot.output(c), slot.slice(c));
                    double weight = range * (digit / 3.0 + change / errors.rangeMicroSiemens());
                    int at = (slot.firstRow() + r) * OUTPUTS + slot.firstOutput() + slot.output(c);
                    assertThat(chip[slot.slice(c)][at]).isCloseTo((float) weight, within(1e-5f * range));
                }
            }
        }
        assertThat(errors.sigmaMicroSiemens()).isCloseTo(SIGMA * errors.rangeMicroSiemens(), within(1e-12));
    }

    @Test
    void anotherChipHasOtherErrors() {
        MappedNetwork mapped = mapped(Polarity.DIFFERENTIAL, 1);
        assertThat(new ProgrammingErrors(mapped, 7, 1).microSiemens(0))
                .isNotEqualTo(new ProgrammingErrors(mapped, 7, 0).microSiemens(0));
        assertThat(ProgrammingErrors.first(mapped).seed())
                .isEqualTo(mapped.trained().design().seed());
    }

    /** What the cells lose is what their column loses, and the farthest cell loses most. */
    @ParameterizedTest
    @CsvSource({"DIFFERENTIAL", "POSITIVE", "OFFSET"})
    void theLossesOfTheCellsAreThoseOfTheirColumns(Polarity polarity) {
        MappedNetwork mapped = mapped(polarity, 1);
        Tile tile = mapped.tiles().getFirst();
        TileSlot slot = tile.slot();
        TileIrDrop drop = TileIrDrop.of(tile, new WireResistance(4, 2), () -> false);
        for (int c = 0; c < slot.deviceColumns(); c++) {
            double ideal = 0;
            double left = 0;
            for (int r = 0; r < slot.rows(); r++) {
                double g = tile.conductanceMicroSiemens(r, c);
                ideal += g;
                left += g * (1 - drop.cells()[r * slot.deviceColumns() + c]);
            }
            assertThat((double) drop.columns()[c]).isCloseTo(1 - left / ideal, within(1e-5));
        }
        float nearest = drop.cells()[(slot.rows() - 1) * slot.deviceColumns()];
        float farthest = drop.cells()[slot.deviceColumns() - 1];
        assertThat(nearest).isPositive().isLessThan(farthest);
    }

    @Test
    void wiresWithoutResistanceLoseNothing() {
        TileIrDrop drop = TileIrDrop.of(
                mapped(Polarity.DIFFERENTIAL, 1).tiles().getFirst(), new WireResistance(0, 0), () -> false);
        for (float loss : drop.cells()) {
            assertThat(loss).isCloseTo(0, within(1e-6f));
        }
    }

    private static MappedNetwork mapped(Polarity polarity, int slices) {
        Hardware hardware = Networks.hardware(Cell.ofBits(2), polarity, new TileShape(64, 12))
                .withSlices(slices)
                .withNoise(new Noise(SIGMA, 0));
        Network network = new Network(new Shape(ROWS, 1), List.of(new Layer.Dense(OUTPUTS)));
        return MappedNetwork.of(Networks.trained(network, hardware, new Random(3)));
    }
}
