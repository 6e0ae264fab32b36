package studio.crossbar.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.crossbar.data.Dataset;
import studio.crossbar.device.Device;
import studio.crossbar.device.DevicePresets;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.network.Network;

class AgeingCurveTest {

    private static final AccuracyUnderNoise TWO = new AccuracyUnderNoise(List.of(0.5, 0.6));

    @Test
    void onlyAgesThatTheDevicesModelReachesAreMeasured() throws IOException {
        assertThat(AgeingCurve.agesOf(DevicePresets.carried("rram-generic"))).isEmpty();
        assertThat(AgeingCurve.agesOf(DevicePresets.carried("rram-wan-2022")))
                .containsExactly(1.0, 10.0, 60.0, 600.0, 3600.0, 86_400.0);
        assertThat(AgeingCurve.agesOf(DevicePresets.carried("pcm-nandakumar-2019")))
                .hasSize(9)
                .endsWith(10 * 365.25 * 86_400);
    }

    /** The same chips as those of {@code crossbar yield --times}. */
    @Test
    void aCurveIsOfChipsThatAreProgrammedOnce() throws IOException {
        Network network = Untrained.signals();
        Dataset data = Untrained.data(network, 3);
        Device device = DevicePresets.carried("rram-wan-2022");
        try (ChipStudy study =
                new ChipStudy(Untrained.mapped(network, Polarity.DIFFERENTIAL, 3, Noise.NONE), data, data)) {
            AgeingCurve curve = AgeingCurve.measure(study, device, ChipOptions.DESIGN, 2, 4, () -> false, done -> {});
            assertThat(curve.device()).isEqualTo("rram-wan-2022");
            assertThat(curve.chips()).isEqualTo(2);
            assertThat(curve.driftCompensation()).isFalse();
            assertThat(curve.ages())
                    .extracting(AgeingCurve.Age::seconds)
                    .startsWith(0.0, 1.0)
                    .endsWith(86_400.0);
            List<AccuracyUnderNoise> direct = study.accuracies(
                    ChipOptions.DESIGN.withDevice(device), List.of(0.0, 3600.0), 2, 4, () -> false, done -> {});
            assertThat(curve.ages().getFirst().accuracy()).isEqualTo(direct.getFirst());
            assertThat(curve.ages())
                    .filteredOn(age -> age.seconds() == 3600)
                    .extracting(AgeingCurve.Age::accuracy)
                    .containsExactly(direct.getLast());

            Device ageless = DevicePresets.carried("rram-generic");
            assertThatThrownBy(() ->
                            AgeingCurve.measure(study, ageless, ChipOptions.DESIGN, 1, 4, () -> false, done -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("rram-generic says nothing about ageing")
                    .hasMessageContaining("choose another device");
        }
    }

    @Test
    void whatIsNoCurveIsRefused() {
        AgeingCurve.Age fresh = new AgeingCurve.Age(0, TWO);
        AgeingCurve.Age later = new AgeingCurve.Age(60, TWO);
        assertThatThrownBy(() -> new AgeingCurve("d", true, null, List.of(fresh)))
                .hasMessageContaining("ages: 1 make no curve");
        assertThatThrownBy(() -> new AgeingCurve("d", true, null, List.of(later, fresh)))
                .hasMessageContaining("ascending");
        AgeingCurve.Age other = new AgeingCurve.Age(90, new AccuracyUnderNoise(List.of(0.5)));
        assertThatThrownBy(() -> new AgeingCurve("d", true, null, List.of(fresh, other)))
                .hasMessageContaining("not of 2 chips");
        assertThatThrownBy(() -> new AgeingCurve.Age(-1, TWO)).hasMessageContaining("-1.0 s is outside");
        AgeingCurve curve = new AgeingCurve("d", true, null, List.of(fresh, later));
        assertThat(curve.replaces(new AgeingCurve("d", true, null, List.of(fresh, new AgeingCurve.Age(9, TWO)))))
                .isTrue();
        assertThat(curve.replaces(new AgeingCurve("d", false, null, List.of(fresh, later))))
                .isFalse();
    }
}
