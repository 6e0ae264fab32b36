package studio.crossbar.simulation.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.hardware.Subtraction;
import studio.crossbar.tensor.CounterNoise;
import studio.crossbar.tensor.Quantizer;

class AnalogTileTest {

    private static final int OUTPUTS = 19;

    private static TileReadout readout(String kind) {
        return switch (kind) {
            case "analog pair" -> TileReadout.differential(OUTPUTS, Subtraction.ANALOG);
            case "digital pair" -> TileReadout.differential(OUTPUTS, Subtraction.DIGITAL);
            case "positive" -> TileReadout.unipolar(OUTPUTS, 1, 0.5);
            case "negative" -> TileReadout.unipolar(OUTPUTS, -1, 0.5);
            case "analog offset" -> TileReadout.offset(OUTPUTS, 1, Subtraction.ANALOG);
            case "digital offset" -> TileReadout.offset(OUTPUTS, 0.5, Subtraction.DIGITAL);
            case "sliced pair" ->
                TileReadout.differential(OUTPUTS, Subtraction.DIGITAL).sliced(List.of(1.0, 4.0, 16.0));
            case "sliced offset" ->
                TileReadout.offset(OUTPUTS, 1, Subtraction.DIGITAL).sliced(List.of(1.0, 2.0));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** The engine against single cells in double precision; a sum at the edge of two codes may fall either way. */
    @ParameterizedTest
    @CsvSource({
        "analog pair, 40, false, 8, 8",
        "analog pair, 40, true, 8, 8",
        "digital pair, 40, false, 8, 6",
        "digital pair, 300, true, 4, 10",
        "positive, 40, false, 8, 8",
        "positive, 7, true, 1, 8",
        "negative, 40, false, 8, 8",
        "negative, 40, true, 3, 8",
        "analog offset, 40, false, 8, 8",
        "digital offset, 40, false, 8, 8",
        "digital offset, 40, true, 8, 8",
        "sliced pair, 40, false, 8, 8",
        "sliced pair, 40, true, 2, 5",
        "sliced offset, 40, false, 8, 8",
        "analog pair, 40, false, 8, 0",
        "sliced offset, 40, true, 8, 0"
    })
    void equalsItsCellsOneByOne(String kind, int rows, boolean serial, int dacBits, int adcBits) {
        Random random = new Random(kind.hashCode() + rows);
        TileReadout readout = readout(kind);
        float[] g = new float[rows * readout.columns()];
        for (int i = 0; i < g.length; i++) {
            g[i] = 0.5f + 9.5f * random.nextInt(16) / 15;
        }
        TileConductance cells = TileConductance.noiseless(rows, readout.columns(), g);
        Quantizer dac = Quantizer.unsigned(1.3f, dacBits);
        Quantizer adc = adcBits == 0 ? null : Quantizer.signed(0.4f * rows, adcBits);
        int vectors = 37;
        float[] inputs = new float[vectors * rows];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = 1.5f * random.nextFloat();
        }

        float[] found = new AnalogTile(cells, readout, 0.1, dac, serial, adc).multiply(inputs, vectors, null);
        double[] expected = new NaiveTile(cells, readout, 0.1, dac, serial, adc).multiply(inputs, vectors, null);

        int different = 0;
        for (int i = 0; i < expected.length; i++) {
            different += Math.abs(found[i] - expected[i]) > 2e-6 * 0.4 * rows * 21 ? 1 : 0;
        }
        assertThat(different).as("of %d results", expected.length).isLessThanOrEqualTo(expected.length / 200);
    }

    @Test
    void bitSerialInputsWithoutAdcEqualParallelOnes() {
        TileReadout readout = readout("analog pair");
        float[] g = new float[50 * readout.columns()];
        Random random = new Random(1);
        for (int i = 0; i < g.length; i++) {
            g[i] = random.nextFloat();
        }
        TileConductance cells = TileConductance.noiseless(50, readout.columns(), g);
        Quantizer dac = Quantizer.signed(2f, 7);
        float[] inputs = new float[4 * 50];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = 5 * random.nextFloat() - 2.5f;
        }
        float[] parallel = new AnalogTile(cells, readout, 1, dac, false, null).multiply(inputs, 4, null);
        float[] serial = new AnalogTile(cells, readout, 1, dac, true, null).multiply(inputs, 4, null);
        for (int i = 0; i < parallel.length; i++) {
            assertThat(serial[i]).isCloseTo(parallel[i], within(1e-4f));
        }
    }

    @Test
    void resultsDependOnTheStreamAlone() {
        TileReadout readout = readout("positive");
        float[] g = new float[8 * OUTPUTS];
        float[] sigma = new float[8 * OUTPUTS];
        java.util.Arrays.fill(g, 4);
        java.util.Arrays.fill(sigma, 0.3f);
        AnalogTile tile = new AnalogTile(new TileConductance(8, OUTPUTS, g, sigma), readout, 1, null, false, null);
        float[] inputs = new float[8 * 5];
        java.util.Arrays.fill(inputs, 1);
        float[] first = tile.multiply(inputs, 5, new CounterNoise(1, 1));
        assertThat(tile.multiply(inputs, 5, new CounterNoise(1, 1))).isEqualTo(first);
        assertThat(tile.multiply(inputs, 5, new CounterNoise(1, 2))).isNotEqualTo(first);
    }

    @Test
    void rangesAreThoseOfTheSumsInEachTile() {
        float[] small = {1, 2, 3, 4};
        float[] large = {10, 20, 30, 40};
        List<PlacedTile> tiles = List.of(tile(0, small), tile(2, large));
        RangeRecorder recorder = RangeRecorder.of(4, tiles, RowDrive.PARALLEL);
        float[] sums = new float[4];
        recorder.lane().convert(new DenseWindows(new float[] {1, 1}, 2, 1), new CounterNoise(0, 0), sums);
        assertThat(sums).containsExactly(4, 6, 40, 60);
        assertThat(recorder.fullScales(1, 0.1f).get(0)).isBetween(6f, 6.1f);
        assertThat(recorder.fullScales(1, 0.1f).get(1)).isBetween(60f, 61f);
        assertThat(recorder.fullScales(0.5, 0.1f).get(1)).isBetween(40f, 41f);
        assertThat(recorder.fullScales(1, 9f).get(0)).isEqualTo(9f);
    }

    private static PlacedTile tile(int firstOutput, float[] g) {
        return new PlacedTile(
                0,
                0,
                firstOutput,
                TileConductance.noiseless(2, 2, g),
                TileReadout.unipolar(2, 1, 0),
                1,
                1,
                null,
                true,
                0,
                List.of());
    }

    @Test
    void whatDoesNotFitIsRefusedByNameAndLimit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TileConductance.noiseless(2, 2, new float[] {1, 2, -3, 4}))
                .withMessageContaining("conductance: -3.0 at row 1, column 0 is outside 0 … 10000.0 µS");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TileConductance.noiseless(2, 2, new float[] {1, Float.NaN, 3, 4}))
                .withMessageContaining("conductance: NaN at row 0, column 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TileConductance.noiseless(2, 2, new float[] {1, 2, 3, 20_000}))
                .withMessageContaining("20000.0 at row 1, column 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TileConductance(1, 1, new float[] {1}, new float[] {-1}))
                .withMessageContaining("read variance: -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TileConductance.noiseless(2, 2, new float[3]))
                .withMessageContaining("3 values for 2 × 2 cells");
        TileConductance cells = TileConductance.noiseless(2, 2, new float[] {1, 2, 3, 4});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnalogTile(cells, TileReadout.unipolar(3, 1, 0), 1, null, false, null))
                .withMessageContaining("bit line 2 of a tile with 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnalogTile(
                        cells, TileReadout.unipolar(2, 1, 0), 1, new Quantizer(1, 100, 0, 100), true, null))
                .withMessageContaining("100 steps cannot drive bit by bit");
        AnalogTile tile = new AnalogTile(cells, TileReadout.unipolar(2, 1, 0), 1, null, false, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tile.multiply(new float[3], 1, null))
                .withMessageContaining("3 values for 1 vectors of 2 word lines");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tile.multiply(new float[] {0, Float.POSITIVE_INFINITY}, 1, null))
                .withMessageContaining("inputs: Infinity at vector 0, word line 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossbarArray.of(4, List.of(tile(0, new float[4])), RowDrive.PARALLEL))
                .withMessageContaining("output 2 of block 0 is in none");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        CrossbarArray.of(3, List.of(tile(0, new float[4]), tile(1, new float[4])), RowDrive.PARALLEL))
                .withMessageContaining("output 1 of block 0 is outside 0 … 2 or in two tiles");
    }
}
