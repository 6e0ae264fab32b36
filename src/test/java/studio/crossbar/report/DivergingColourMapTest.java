package studio.crossbar.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DivergingColourMapTest {

    private static final DivergingColourMap MAP = DivergingColourMap.LIGHT;

    /** Colour-blind vision of linear RGB: Machado, Oliveira and Fernandes, 2009, severity 1. */
    private static final double[][] PROTANOPIA = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };

    private static final double[][] DEUTERANOPIA = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };

    private static final double[][] TRITANOPIA = {
        {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
    };

    static double[][][] visions() {
        return new double[][][] {PROTANOPIA, DEUTERANOPIA, TRITANOPIA};
    }

    @Test
    void endsAndNeutralAreExact() {
        assertThat(MAP.colour(-1)).isEqualTo(MAP.negative());
        assertThat(MAP.colour(0)).isEqualTo(MAP.neutral());
        assertThat(MAP.colour(-0.0)).isEqualTo(MAP.neutral());
        assertThat(MAP.colour(1)).isEqualTo(MAP.positive());
    }

    @Test
    void clipsAndTakesNaNAsNeutral() {
        assertThat(MAP.colour(7)).isEqualTo(MAP.positive());
        assertThat(MAP.colour(Double.NEGATIVE_INFINITY)).isEqualTo(MAP.negative());
        assertThat(MAP.colour(Double.NaN)).isEqualTo(MAP.neutral());
    }

    @Test
    void darkensAwayFromZero() {
        for (int sign = -1; sign <= 1; sign += 2) {
            for (int i = 0; i < 20; i++) {
                assertThat(luminance(MAP.colour(sign * (i + 1) / 20.0)))
                        .isLessThan(luminance(MAP.colour(sign * i / 20.0)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("visions")
    void signsDifferForColourBlindReaders(double[][] vision) {
        for (double value : new double[] {1 / 3.0, 2 / 3.0, 1}) {
            double[] positive = seen(vision, MAP.colour(value));
            double[] negative = seen(vision, MAP.colour(-value));
            double distance = 0;
            for (int i = 0; i < 3; i++) {
                distance += Math.pow(positive[i] - negative[i], 2);
            }
            assertThat(Math.sqrt(distance)).isGreaterThan(0.3 * value);
        }
    }

    /** Gamma-encoded 0 … 1. */
    private static double[] seen(double[][] vision, int colour) {
        double[] linear = linear(colour);
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            double sum = 0;
            for (int j = 0; j < 3; j++) {
                sum += vision[i][j] * linear[j];
            }
            seen[i] = Math.pow(Math.clamp(sum, 0.0, 1.0), 1 / 2.2);
        }
        return seen;
    }

    private static double luminance(int colour) {
        double[] linear = linear(colour);
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static double[] linear(int colour) {
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            linear[i] = Math.pow((colour >> 16 - 8 * i & 0xFF) / 255.0, 2.2);
        }
        return linear;
    }
}
