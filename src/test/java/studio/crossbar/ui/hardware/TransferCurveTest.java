package studio.crossbar.ui.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.ui.Projects;

class TransferCurveTest {

    private static Hardware hardware(Polarity polarity, double readSigma) {
        return Projects.tinyDesign()
                .hardware()
                .withPolarity(polarity)
                .withConverters(new Converters(8, 3))
                .withNoise(new Noise(0.05, readSigma));
    }

    private static double at(List<TransferCurve.Point> curve, double sum) {
        return curve.stream()
                .filter(point -> point.sum() >= sum)
                .findFirst()
                .orElseThrow()
                .result();
    }

    @Test
    void stairsRoundAndClip() {
        TransferCurve signed = TransferCurve.of(hardware(Polarity.DIFFERENTIAL, 0));
        assertThat(signed.signed()).isTrue();
        assertThat(signed.lowest()).isEqualTo(-1.25);
        assertThat(signed.stairs().stream().map(TransferCurve.Point::result).distinct())
                .as("3 codes a side and 0")
                .hasSize(7);
        assertThat(at(signed.stairs(), 1.2)).isEqualTo(1);
        assertThat(signed.low()).isEmpty();
        TransferCurve unsigned = TransferCurve.of(hardware(Polarity.POSITIVE, 0));
        assertThat(unsigned.signed()).isFalse();
        assertThat(at(unsigned.stairs(), -0.2)).isZero();
        assertThat(at(unsigned.stairs(), 0.5)).isCloseTo(4 / 7.0, within(1e-12));
    }

    @Test
    void readNoiseShiftsTheStairsByItsDeviation() {
        TransferCurve curve = TransferCurve.of(hardware(Polarity.POSITIVE, 0.25));
        assertThat(at(curve.low(), 0.75)).isEqualTo(at(curve.stairs(), 0.5));
        assertThat(at(curve.high(), 0.25)).isEqualTo(at(curve.stairs(), 0.5));
        assertThat(at(curve.high(), 1)).as("clipped").isEqualTo(1);
    }
}
