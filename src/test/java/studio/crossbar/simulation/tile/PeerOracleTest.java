package studio.crossbar.simulation.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.data.CsvMatrix;
import studio.crossbar.hardware.Subtraction;
import studio.crossbar.tensor.Quantizer;

/**
 * Deterministic products equal those of CrossSim 3.2.0 and aihwkit 1.1.0. {@code docs/validation.md} says how their
 * settings become ours.
 */
class PeerOracleTest {

    private static final Path ORACLE = Path.of("../shared/oracle");

    /** BALANCED one-sided pairs subtracted before the ADC; cells of 1 … 100 µS. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "det_w2_in8_adc8",
                "det_w4_in0_adc0",
                "det_w4_in4_adc6",
                "det_w4_in8_adc0",
                "det_w4_in8_adc8",
                "det_w8_in8_adc10"
            })
    void equalsCrossSim(String name) throws IOException {
        Path folder = folder("crosssim", name);
        JsonNode params = new ObjectMapper()
                .readTree(folder.resolve("meta.json").toFile())
                .get("params");
        // Rows of their matrices are outputs.
        CsvMatrix weights = CsvMatrix.read(folder.resolve("W.csv")).transposed();
        CsvMatrix inputs = CsvMatrix.read(folder.resolve("X.csv")).transposed();
        double gMax = 1e6 / params.get("Rmin").asDouble();
        double gMin = 1e6 / params.get("Rmax").asDouble();
        int steps = (1 << (params.get("weight_bits").asInt() - 1)) - 1;
        double largest = largest(weights.values());
        double weightPerMicroSiemens = largest / (gMax - gMin);
        int inputBits = params.get("input_bits").asInt();
        int adcBits = params.get("adc_bits").asInt();
        Quantizer adc = null;
        if (adcBits > 0) {
            // Their ADC range counts currents in units of a cell of Gmax at full input.
            double range = params.get("adc_range").get(1).asDouble();
            adc = Quantizer.signed((float) (range * gMax * weightPerMicroSiemens), adcBits);
        }
        AnalogTile tile = new AnalogTile(
                pairs(weights, largest, steps, gMin, gMax),
                TileReadout.differential(weights.columns(), Subtraction.ANALOG),
                weightPerMicroSiemens,
                inputBits == 0 ? null : Quantizer.unsigned(1f, inputBits),
                false,
                adc);

        compare(tile, inputs, CsvMatrix.read(folder.resolve("Y.csv")).transposed());
        compare(
                tile.weights(),
                CsvMatrix.read(folder.resolve("W_readback.csv")).transposed().values());
    }

    /** Analog weights without levels as pairs of 0 … 25 µS; converters with 2^(b−1) − 1 steps a side. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "det_InferenceRPUConfig_NONE_in4_out6",
                "det_InferenceRPUConfig_NONE_in6_out6",
                "det_InferenceRPUConfig_NONE_in8_out8",
                "det_TorchInferenceRPUConfig_NONE_in4_out6",
                "det_TorchInferenceRPUConfig_NONE_in6_out6",
                "det_TorchInferenceRPUConfig_NONE_in8_out8"
            })
    void equalsAihwkit(String name) throws IOException {
        Path folder = folder("aihwkit", name);
        JsonNode meta = new ObjectMapper().readTree(folder.resolve("meta.json").toFile());
        CsvMatrix weights = CsvMatrix.read(folder.resolve("W.csv")).transposed();
        AnalogTile tile = new AnalogTile(
                pairs(weights, 1, 0, 0, 25),
                TileReadout.differential(weights.columns(), Subtraction.ANALOG),
                1 / 25.0,
                Quantizer.signed((float) meta.get("inp_bound").asDouble(), bits(meta.get("inp_res"))),
                false,
                Quantizer.signed((float) meta.get("out_bound").asDouble(), bits(meta.get("out_res"))));

        compare(tile, CsvMatrix.read(folder.resolve("X.csv")), CsvMatrix.read(folder.resolve("Y.csv")));
    }

    /** The b of "1/(2^b-2)". */
    private static int bits(JsonNode resolution) {
        String text = resolution.asText();
        return Integer.parseInt(text.substring(text.indexOf('^') + 1, text.lastIndexOf('-')));
    }

    private static Path folder(String peer, String name) {
        Path folder = ORACLE.resolve(peer).resolve(name);
        assumeTrue(Files.isDirectory(folder), () -> "no reference results at " + folder.toAbsolutePath());
        return folder;
    }

    /** @param steps device levels − 1; 0 for cells without levels */
    private static TileConductance pairs(CsvMatrix weights, double largest, int steps, double gMin, double gMax) {
        float[] cells = new float[2 * weights.values().length];
        for (int i = 0; i < weights.values().length; i++) {
            double level = weights.values()[i] / largest;
            if (steps > 0) {
                level = Math.rint(level * steps) / steps;
            }
            cells[2 * i] = (float) (gMin + (gMax - gMin) * Math.max(level, 0));
            cells[2 * i + 1] = (float) (gMin + (gMax - gMin) * Math.max(-level, 0));
        }
        return TileConductance.noiseless(weights.rows(), 2 * weights.columns(), cells);
    }

    private static void compare(AnalogTile tile, CsvMatrix inputs, CsvMatrix expected) {
        float[] values = new float[inputs.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) inputs.values()[i];
        }
        assertThat(expected.rows()).isEqualTo(inputs.rows());
        compare(tile.multiply(values, inputs.rows(), null), expected.values());
    }

    /** Every element within 1e-6 of the largest. */
    private static void compare(float[] found, double[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        double within = 1e-6 * largest(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(found[i] - expected[i]))
                    .as("element %d: %s, theirs %s", i, found[i], expected[i])
                    .isLessThanOrEqualTo(within);
        }
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
