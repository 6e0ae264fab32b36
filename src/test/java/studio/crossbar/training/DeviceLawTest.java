package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.crossbar.device.Device;
import studio.crossbar.device.DevicePresets;
import studio.crossbar.device.StuckRates;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.tensor.CounterNoise;

class DeviceLawTest {

    private static final int COUNT = 40_000;
    private static final int LEVELS = 4;
    private static final double DAY = 86_400;
    private static final float RANGE = 0.5f;

    private static Device pcm() throws IOException {
        return DevicePresets.carried("pcm-nandakumar-2019");
    }

    @Test
    void idealDevicesLeaveWeightsAsTheyAre() throws IOException {
        DeviceLaw law = DeviceLaw.of(DevicePresets.carried("ideal"), LEVELS, 0, 1);
        float[] weights = {-0.5f, -0.25f, 0, 1 / 6f, 0.5f};
        float[] before = weights.clone();
        law.apply(Encoding.DIFFERENTIAL, RANGE, 1, weights, new float[] {1, 2, -1, 3, 1}, 0, 5);
        assertThat(weights).containsExactly(before, within(1e-6f));
        assertThat(law.sticks()).isFalse();
    }

    /** The law's moments are those of devices that the model itself programs, in the encoding's arithmetic. */
    @ParameterizedTest
    @EnumSource
    void weightsHaveTheMomentsOfTheModelsOwnDevices(Encoding encoding) throws IOException {
        Device device = pcm();
        DeviceLaw law = DeviceLaw.of(device, LEVELS, DAY, 1);
        float[] deviates = new float[COUNT];
        new CounterNoise(5, 5).gaussian(0, deviates, 0, COUNT);
        for (int level = encoding.lowestLevel(LEVELS);
                level <= encoding.highestLevel(LEVELS);
                level += encoding.levelDistance()) {
            float[] weights = new float[COUNT];
            Arrays.fill(weights, RANGE * level / (LEVELS - 1));
            law.apply(encoding, RANGE, 1, weights, deviates, 0, COUNT);
            double[] expected = modelWeights(device, encoding, level);
            assertThat(mean(weights)).isCloseTo(mean(expected), within(0.01 * RANGE));
            assertThat(deviation(weights)).isCloseTo(deviation(expected), within(0.05 * deviation(expected)));
        }
    }

    private static double[] modelWeights(Device device, Encoding encoding, int level) {
        int state = encoding == Encoding.OFFSET ? (level + LEVELS - 1) / 2 : Math.abs(level);
        double[] held = cells(device, state, 11);
        double[] other = encoding == Encoding.DIFFERENTIAL ? cells(device, 0, 12) : new double[COUNT];
        double[] weights = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            weights[i] = RANGE
                    * (encoding == Encoding.OFFSET ? 2 * held[i] - 1 : (level < 0 ? -1 : 1) * (held[i] - other[i]));
        }
        return weights;
    }

    private static double[] cells(Device device, int state, long stream) {
        float[] levels = device.levels(LEVELS);
        float[] asked = new float[COUNT];
        Arrays.fill(asked, levels[state]);
        float[] found = new float[COUNT];
        device.program(asked, new CounterNoise(77, stream)).conductances(DAY, found);
        double[] relative = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            relative[i] = (found[i] - levels[0]) / (levels[LEVELS - 1] - levels[0]);
        }
        return relative;
    }

    @Test
    void strengthScalesTheMiss() throws IOException {
        DeviceLaw law = DeviceLaw.of(pcm(), LEVELS, DAY, 1);
        float[] whole = {0.5f};
        float[] half = {0.5f};
        law.apply(Encoding.POSITIVE, RANGE, 1, whole, new float[] {1.5f}, 0, 1);
        law.apply(Encoding.POSITIVE, RANGE, 0.5f, half, new float[] {1.5f}, 0, 1);
        assertThat(half[0] - 0.5f).isCloseTo((whole[0] - 0.5f) / 2, within(1e-6f));
        assertThat(whole[0]).isNotCloseTo(0.5f, within(1e-3f));
    }

    /** Shares and misses of stuck correction cells; the others follow the law and the strength. */
    @Test
    void correctionCellsStickAsOthersDo() throws IOException {
        Device ideal = DevicePresets.carried("ideal");
        Device sticking = new Device(
                ideal.name(),
                ideal.title(),
                ideal.technology(),
                ideal.source(),
                ideal.range(),
                ideal.operation(),
                ideal.programming(),
                ideal.drift(),
                ideal.readNoise(),
                new StuckRates(0.02, 0.03, "a closed form"),
                ideal.retention());
        DeviceLaw law = DeviceLaw.of(sticking, LEVELS, 0, 1);
        assertThat(law.correction(0.5f, 1, 0.019f)).isEqualTo(0.5f);
        assertThat(law.correction(0.5f, 1, 0.021f)).isEqualTo(-0.5f);
        assertThat(law.correction(0.5f, 1, 0.051f)).isCloseTo(0, within(1e-6f));
    }

    @ParameterizedTest
    @EnumSource(
            value = Polarity.class,
            names = {"DIFFERENTIAL", "ROW_BLOCK", "OFFSET"})
    void trainingUnderADeviceLearns(Polarity polarity) {
        var recipe = Waves.recipe(10, 10).with(r -> {
            r.device = "pcm-nandakumar-2019";
            r.deviceSeconds = DAY;
            r.rampEpochs = 2;
        });
        TrainedNetwork trained = Trainer.train(Waves.design(polarity, recipe), Waves.parts(), TrainingListener.NONE);
        assertThat(trained.history().getLast().trainAccuracy()).isGreaterThan(0.85);
    }

    @Test
    void refusesADeviceThatIsNotThereOrATimeItWasNotFittedFor() {
        assertThatThrownBy(() -> train("mram-1999", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("recipe.device")
                .hasMessageContaining("there is no such device");
        assertThatThrownBy(() -> train("rram-neurosim", 3600))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("recipe.device")
                .hasMessageContaining("seconds: 3600");
    }

    @Test
    void levelsCanBeRampedFromFineToCoarse() {
        var recipe = Waves.recipe(10, 10).with(r -> r.bitRampEpochs = 4);
        TrainedNetwork ramped =
                Trainer.train(Waves.design(Polarity.DIFFERENTIAL, recipe), Waves.parts(), TrainingListener.NONE);
        TrainedNetwork straight = Trainer.train(
                Waves.design(Polarity.DIFFERENTIAL, Waves.recipe(10, 10)), Waves.parts(), TrainingListener.NONE);
        assertThat(ramped.history().getLast().trainAccuracy()).isGreaterThan(0.9);
        assertThat(ramped.layers().getFirst().weights())
                .isNotEqualTo(straight.layers().getFirst().weights());
    }

    private static void train(String device, double seconds) {
        Trainer.train(
                Waves.design(Polarity.DIFFERENTIAL, Waves.recipe(1, 1).with(r -> {
                    r.device = device;
                    r.deviceSeconds = seconds;
                })),
                Waves.parts(),
                TrainingListener.NONE);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(float[] values) {
        double centre = mean(values);
        double squares = 0;
        for (float value : values) {
            squares += (value - centre) * (value - centre);
        }
        return Math.sqrt(squares / values.length);
    }

    private static double deviation(double[] values) {
        double centre = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - centre) * (value - centre))
                .average()
                .orElseThrow());
    }
}
