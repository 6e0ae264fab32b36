package studio.crossbar.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.tensor.CounterNoise;

class DeviceTest {

    private static final int N = 100_000;
    private static final CounterNoise NOISE = new CounterNoise(7, 3);

    private final Device generic = preset("rram-generic");
    private final Device pcm = preset("pcm-nandakumar-2019");
    private final Device wan = preset("rram-wan-2022");

    private static Device preset(String name) {
        try {
            return DevicePresets.carried(name);
        } catch (JsonFormatException e) {
            throw new AssertionError(e);
        }
    }

    private static float[] all(double target, int n) {
        float[] targets = new float[n];
        Arrays.fill(targets, (float) target);
        return targets;
    }

    private static float[] at(ProgrammedDevices devices, double seconds) {
        float[] g = new float[devices.size()];
        devices.conductances(seconds, g);
        return g;
    }

    private static double mean(float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }

    private static double covariance(float[] a, float[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        return IntStream.range(0, a.length)
                .mapToDouble(i -> (a[i] - meanA) * (b[i] - meanB))
                .average()
                .orElseThrow();
    }

    private static double worst(float[] values, double target) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> Math.abs(values[i] - target))
                .max()
                .orElseThrow();
    }

    private static double deviation(float[] values) {
        return Math.sqrt(covariance(values, values));
    }

    private static Device edited(Device device, String field, String with) {
        try {
            return DeviceJson.parse("edited", DeviceJson.tree(device).toString().replaceFirst(field, with));
        } catch (JsonFormatException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anIdealDeviceKeepsWhatItIsTold() {
        float[] targets = {0, 0.1f, 25, 1000};
        ProgrammedDevices ideal = preset("ideal").program(targets, NOISE);
        float[] variances = {1, 1, 1, 1};

        assertThat(at(ideal, 3e8)).containsExactly(targets);
        ideal.readVariances(3e8, targets, variances);
        assertThat(variances).containsOnly(0);
        assertThat(ideal.stuck()).isZero();
    }

    @Test
    void devicesDependOnTheirStreamAlone() {
        float[] alone = at(pcm.program(all(10, 1000), NOISE), 3600);
        List<float[]> parallel = IntStream.range(0, 64)
                .parallel()
                .mapToObj(_ -> at(pcm.program(all(10, 1000), NOISE), 3600))
                .toList();
        assertThat(parallel).allSatisfy(g -> assertThat(g).containsExactly(alone));

        assertThat(Arrays.copyOf(alone, 10)).containsExactly(at(pcm.program(all(10, 10), NOISE), 3600));
        assertThat(at(pcm.program(all(10, 1000), new CounterNoise(7, 4)), 3600)).isNotEqualTo(alone);
    }

    @Test
    void whatDiffersFromDeviceToDeviceIsTheSameInEveryCycle() {
        Device healthy = edited(generic, "\"onRate\":0.001,\"offRate\":0.001", "\"onRate\":0,\"offRate\":0");
        float[] first = at(healthy.program(all(5, N), NOISE, 0), 0);
        float[] second = at(healthy.program(all(5, N), NOISE, 1), 0);

        assertThat(deviation(first)).isCloseTo(Math.hypot(0.38, 0.285), within(0.003));
        assertThat(covariance(first, second)).isCloseTo(0.38 * 0.38, within(0.003));
        float[] difference = new float[N];
        for (int i = 0; i < N; i++) {
            difference[i] = first[i] - second[i];
        }
        assertThat(deviation(difference)).isCloseTo(Math.sqrt(2) * 0.285, within(0.003));
    }

    @Test
    void stuckDevicesAreTheSameInEveryCycleAndDoNotAge() {
        Device faulty = edited(pcm, "\"onRate\":0,\"offRate\":0", "\"onRate\":0.02,\"offRate\":0.05");
        DeviceArray first = faulty.program(all(10, N), NOISE, 0);
        DeviceArray second = faulty.program(all(10, N), NOISE, 5);
        float[] late = at(first, 1e7);
        int on = 0;
        int off = 0;
        int changed = 0;
        for (int i = 0; i < N; i++) {
            changed += first.isStuck(i) == second.isStuck(i) ? 0 : 1;
            if (first.isStuck(i)) {
                on += late[i] == 25 ? 1 : 0;
                off += late[i] == 0 ? 1 : 0;
            }
        }
        assertThat(changed).isZero();
        assertThat(on + off).isEqualTo(first.stuck());
        // Four standard deviations of a binomial distribution.
        assertThat((double) on / N).isCloseTo(0.02, within(4 * Math.sqrt(0.02 * 0.98 / N)));
        assertThat((double) off / N).isCloseTo(0.05, within(4 * Math.sqrt(0.05 * 0.95 / N)));
    }

    /** Truncation at one deviation: 68.27 % pass an attempt, and what passes has a deviation of 0.5396. */
    @Test
    void verificationWritesUntilTheToleranceIsMet() {
        Device verified = edited(
                wan,
                "\"programming\":\\{",
                "\"programming\":{\"verify\":{\"toleranceMicroSiemens\":2.0229375,\"attempts\":64},");
        DeviceArray devices = verified.program(all(20, N), NOISE);
        float[] g = at(devices, 0);

        assertThat(wan.programming().sigmaMicroSiemens(20)).isCloseTo(2.0229375, within(1e-6));
        assertThat(worst(g, 20)).isLessThanOrEqualTo(2.02294);
        assertThat(devices.meanAttempts()).isCloseTo(1 / 0.682689, within(0.008));
        assertThat(deviation(g)).isCloseTo(0.539560 * 2.0229375, within(0.005));

        Device impatient = edited(verified, "\"attempts\":64", "\"attempts\":2");
        float[] twice = at(impatient.program(all(20, N), NOISE), 0);
        long outside = IntStream.range(0, N)
                .filter(i -> Math.abs(twice[i] - 20) > 2.02294)
                .count();
        assertThat((double) outside / N).isCloseTo(0.317311 * 0.317311, within(0.003));
    }

    @Test
    void hermesFollowsItsPublishedPieces() {
        Device one = preset("pcm-hermes-one-device");
        Drift.PowerLaw law = (Drift.PowerLaw) one.drift();
        double x = 0.4;
        double g = x * 10.35;
        assertThat(one.programming().sigmaMicroSiemens(g))
                .isCloseTo(0.15781817 + 2.32443916 * x - 2.16310839 * x * x + 0.68841818 * x * x * x, within(1e-12));
        assertThat(law.exponentMean().at(g)).isCloseTo(-0.0436 * x * x - 0.0126 * x + 0.0736, within(1e-12));
        assertThat(law.exponentSigma().at(g)).isCloseTo(-0.0165 * x * x + 0.0116 * x + 0.0104, within(1e-12));
        assertThat(law.exponentMean().at(0.05 * 10.35)).isCloseTo(-0.0387 * Math.log(0.05) - 0.0182, within(1e-12));
        assertThat(law.exponentMean().at(0.0944 * 10.35)).isCloseTo(0.0731, within(1e-4));
        assertThat(law.exponentSigma().at(0.2 * 10.35)).isCloseTo(-0.0120 * Math.log(0.2) - 0.0023, within(1e-12));
        assertThat(one.readNoise().sigma().at(g))
                .isCloseTo(0.0664 * x * x * x - 0.1352 * x * x + 0.0768 * x + 0.0088, within(1e-12));
        assertThat(one.readNoise().sigma().at(0)).isEqualTo(0.04);
    }

    @Test
    void betweenMeasuredTimesDeviationsAreInterpolatedAlongTheLogarithm() {
        double early = wan.programming().sigmaMicroSiemens(20);
        double late = ((Drift.Measured) wan.drift()).times().get(1).sigma().at(20);
        DeviceArray devices = wan.program(all(20, N), NOISE);
        float[] first = at(devices, 1);
        float[] middle = at(devices, Math.sqrt(86400));

        assertThat(deviation(middle) / deviation(first)).isCloseTo((early + late) / 2 / early, within(1e-4));
        assertThat(first[17]).isCloseTo(at(devices, 0)[17], within(1e-5f));
        assertThat(deviation(first)).isCloseTo(deviation(at(devices, 0)), within(1e-6));
        // A device that was high stays high.
        assertThat(covariance(first, middle) / deviation(first) / deviation(middle))
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void sonosLosesAndSpreadsAsPublished() {
        Device sonos = preset("sonos-agrawal-2022");
        DeviceArray devices = sonos.program(all(8, N), NOISE);
        // 800 nA: deviation after writing 19.88665 (1 − exp(−800 / 176.3115)) nA; 100 nA are 1 µS.
        assertThat(deviation(at(devices, 0))).isCloseTo(0.1988665 * (1 - Math.exp(-800 / 176.3115)), within(0.001));
        float[] later = at(devices, 5 * 86400);
        double drop = mean(later) * 100 - 800;
        assertThat(drop).isBetween(-100.0, 0.0);
        assertThat(deviation(later)).isCloseTo(0.3457909 * (1 - Math.exp(-(800 + drop) / 207.34309)), within(0.001));
        float[] variances = new float[N];
        devices.readVariances(86400, later, variances);
        assertThat(Math.sqrt(variances[0]))
                .isCloseTo(0.1258037 * (1 - Math.exp(-later[0] * 100 / 215.36557)), within(1e-6));
    }

    @Test
    void cmoSpreadsAlongTheLogarithmOfTime() {
        Device cmo = preset("rram-cmo-hfox");
        DeviceArray devices = cmo.program(all(50, N), NOISE);
        double logarithm = Math.log(3600);
        float[] hour = at(devices, 3600);
        double programming = 0.0112185391 + 0.01129027418 * 50;
        double relaxation = 0.04201137 * logarithm + 0.41183342;

        assertThat(mean(hour)).isCloseTo(50 - 0.08900206 * logarithm, within(0.01));
        assertThat(deviation(hour)).isCloseTo(Math.hypot(programming, relaxation), within(0.01));
        float[] variances = new float[N];
        devices.readVariances(3600, hour, variances);
        assertThat(Math.sqrt(variances[9]))
                .isCloseTo(
                        0.0277316483 * Math.log10(hour[9]) * Math.sqrt(Math.log((3600 + 1e-6) / 2e-6)), within(1e-6));
    }

    @Test
    void heatAgesAsArrheniusSays() {
        Retention law = new Retention(1.0, 25, 25, 150, "a closed form");
        Device heated = new Device(
                wan.name(),
                wan.title(),
                wan.technology(),
                wan.source(),
                wan.range(),
                wan.operation(),
                wan.programming(),
                wan.drift(),
                wan.readNoise(),
                wan.stuck(),
                law);

        assertThat(heated.equivalentSeconds(100, 25)).isEqualTo(100);
        double closed = 100 * Math.exp(1.602176634e-19 / 1.380649e-23 * (1 / 298.15 - 1 / 358.15));
        assertThat(heated.equivalentSeconds(100, 85)).isCloseTo(closed, within(1e-9 * closed));
        float[] hot = new float[N];
        float[] old = new float[N];
        float[] targets = new float[N];
        java.util.Arrays.fill(targets, 20);
        heated.program(targets, NOISE).conductances(heated.equivalentSeconds(100, 85), hot);
        wan.program(targets, NOISE).conductances(closed, old);
        for (int i = 0; i < N; i++) {
            assertThat(hot[i]).isCloseTo(old[i], within(1e-4f));
        }
        assertThatThrownBy(() -> heated.equivalentSeconds(100, 200))
                .hasMessageContaining("celsius: 200 is outside 25 … 150");
        assertThat(wan.equivalentSeconds(100, 25)).isEqualTo(100);
        assertThatThrownBy(() -> wan.equivalentSeconds(100, 85))
                .hasMessageContainingAll("celsius: 85", "rram-wan-2022", "no activation energy");
    }

    /** Fits of deviations may dip below 0, where they count as 0; conductances end at 0 S and nowhere else. */
    @Test
    void deviationsAndConductancesAreBoundedAtZeroAlone() {
        Curve shift = new Curve(1, 1, List.of(Piece.of(Piece.Form.POLYNOMIAL, -1.0, 0.1)));
        assertThat(shift.at(0)).isEqualTo(-1);
        assertThat(shift.deviation().applyAsDouble(0)).isZero();
        assertThat(shift.deviation().applyAsDouble(30)).isCloseTo(2, within(1e-12));

        Programming both = new Programming(shift, Curve.constant(3), WriteVerify.NONE, "a closed form");
        Device device = new Device(
                wan.name(),
                wan.title(),
                wan.technology(),
                wan.source(),
                wan.range(),
                wan.operation(),
                both,
                wan.drift(),
                wan.readNoise(),
                wan.stuck(),
                null);
        float[] low = new float[N];
        float[] high = new float[N];
        java.util.Arrays.fill(high, 40);
        float[] g = new float[N];
        device.program(low, NOISE).conductances(0, g);
        double mean = 0;
        for (float value : g) {
            assertThat(value).isNotNegative();
            mean += value / N;
        }
        // Half a Gaussian of σ = 3, that of the device alone: 3 / √(2π).
        assertThat(mean).isCloseTo(3 / Math.sqrt(2 * Math.PI), within(15 / Math.sqrt(N)));
        device.program(high, NOISE).conductances(0, g);
        float most = 0;
        for (float value : g) {
            most = Math.max(most, value);
        }
        assertThat(most).isGreaterThan(41);
        // The drift's deviate is the device's own, of variance 1 although one of the two parts is 0.
        device.program(low, NOISE).conductances(1, g);
        double nonZero = 0;
        for (float value : g) {
            nonZero += value > 0 ? 1.0 / N : 0;
        }
        assertThat(nonZero).isCloseTo(0.5, within(0.1));
    }

    @Test
    void aDriftThatWouldGrowIsRefused() {
        Drift.PowerLaw law = (Drift.PowerLaw) pcm.drift();
        Drift growing =
                new Drift.PowerLaw(law.referenceSeconds(), Curve.constant(-1), law.exponentSigma(), law.source());
        assertThatThrownBy(() -> new Device(
                        pcm.name(),
                        pcm.title(),
                        pcm.technology(),
                        pcm.source(),
                        pcm.range(),
                        pcm.operation(),
                        pcm.programming(),
                        growing,
                        pcm.readNoise(),
                        pcm.stuck(),
                        null))
                .hasMessageContainingAll("drift.exponentMean: is -1.0", "at least 0");
    }

    @Test
    void outsideItsFitAModelRefuses() {
        assertThatThrownBy(() -> wan.program(new float[] {1, 41}, NOISE))
                .hasMessageContainingAll("target: 41.0 µS of device 1", "0 … 40 µS", "rram-wan-2022");
        assertThatThrownBy(() -> wan.program(new float[] {Float.NaN}, NOISE))
                .hasMessageContaining("NaN µS of device 0");
        assertThatThrownBy(() -> pcm.program(new float[] {-1}, NOISE)).hasMessageContaining("-1.0 µS of device 0");
        DeviceArray devices = wan.program(all(20, 4), NOISE);
        assertThatThrownBy(() -> devices.conductances(3.2e7, new float[4]))
                .hasMessageContainingAll("seconds: 32000000", "1 … 172800 s", "rram-wan-2022");
        assertThatThrownBy(() -> devices.conductances(0.5, new float[4])).hasMessageContaining("seconds: 0.5");
        assertThatThrownBy(() -> devices.conductances(-1, new float[4])).hasMessageContaining("seconds: -1");
        assertThatThrownBy(() -> devices.conductances(Double.NaN, new float[4])).hasMessageContaining("seconds: NaN");
        assertThatThrownBy(() -> devices.conductances(1, new float[3]))
                .hasMessageContaining("into: 3 values for 4 devices");
        assertThatThrownBy(() -> generic.program(all(5, 4), NOISE).conductances(60, new float[4]))
                .hasMessageContainingAll("rram-generic", "says nothing about ageing");
    }

    @Test
    void levelsAreEvenUnlessTheUserListsThem() {
        assertThat(generic.levels(4)).containsExactly(0.5f, 3.6666667f, 6.8333335f, 10);
        assertThatThrownBy(() -> generic.levels(64))
                .hasMessageContainingAll("levels: 64 states", "2 … 32", "rram-generic");
        Device listed = edited(generic, "\"mostBits\":5", "\"mostBits\":5,\"tableMicroSiemens\":[0.5,1,4,9]");
        assertThat(listed.levels(4)).containsExactly(0.5f, 1, 4, 9);
        assertThatThrownBy(() -> listed.levels(8))
                .hasMessageContaining("8 states, but the table of rram-generic lists 4");
    }
}
