package studio.crossbar.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SyntheticImuTest {

    private static final Parts DATA = SyntheticImu.generate(1);
    private static final int WINDOW = 9 * 128;
    private static final int BODY_ACC_X = 0;
    private static final int TOTAL_ACC_X = 6;

    @Test
    void sameSeedSameBitsAndAnotherSeedOtherWindows() {
        Parts again = SyntheticImu.generate(1);
        assertThat(again.train().features()).isEqualTo(DATA.train().features());
        assertThat(again.test().features()).isEqualTo(DATA.test().features());
        assertThat(SyntheticImu.generate(2).train().features())
                .isNotEqualTo(DATA.train().features());
    }

    @Test
    void hasTheFormOfUciHar() {
        for (Dataset part : new Dataset[] {DATA.train(), DATA.test()}) {
            assertThat(part.synthetic()).isTrue();
            assertThat(part.channelNames()).isEqualTo(UciHarReader.CHANNELS);
            assertThat(part.classNames()).isEqualTo(UciHarReader.CLASSES);
            assertThat(part.length()).isEqualTo(128);
            assertThat(part.provenance()).contains("not measured", "seed 1");
            for (float value : part.features()) {
                assertThat(Math.abs(value)).isLessThan(10);
            }
        }
        assertThat(DATA.train().classCounts()).containsOnly(480);
        assertThat(DATA.test().classCounts()).containsOnly(160);
    }

    @Test
    void noPersonIsInBothParts() {
        Set<Integer> train = people(DATA.train());
        Set<Integer> test = people(DATA.test());
        assertThat(train).hasSize(24).doesNotContainAnyElementsOf(test);
        assertThat(test).hasSize(8);
    }

    @Test
    void everyPersonDoesEveryActivity() {
        for (Dataset part : new Dataset[] {DATA.train(), DATA.test()}) {
            for (int person : people(part)) {
                Set<Integer> labels = Arrays.stream(windows(part, person))
                        .map(i -> part.labels()[i])
                        .boxed()
                        .collect(Collectors.toSet());
                assertThat(labels).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
            }
        }
    }

    @Test
    void aBodyAtRestFeelsOneG() {
        Dataset test = DATA.test();
        for (int i = 0; i < test.size(); i++) {
            if (test.labels()[i] >= 3) {
                double square = 0;
                for (int axis = 0; axis < 3; axis++) {
                    double mean = mean(test, i, TOTAL_ACC_X + axis);
                    square += mean * mean;
                }
                assertThat(Math.sqrt(square)).isCloseTo(1, within(0.04));
            }
        }
    }

    @Test
    void totalAccelerationIsBodyAccelerationAndASteadyOneG() {
        Dataset test = DATA.test();
        for (int i = 0; i < test.size(); i++) {
            for (int t = 0; t < 128; t += 16) {
                double square = 0;
                for (int axis = 0; axis < 3; axis++) {
                    double gravity =
                            value(test, i, TOTAL_ACC_X + axis, t) - (double) value(test, i, BODY_ACC_X + axis, t);
                    square += gravity * gravity;
                }
                assertThat(Math.sqrt(square)).isCloseTo(1, within(0.04));
            }
        }
    }

    @Test
    void layingTurnsGravityAwayFromTheVerticalAxisOfTheBody() {
        Dataset test = DATA.test();
        for (int i = 0; i < test.size(); i++) {
            double along = mean(test, i, TOTAL_ACC_X);
            if (test.labels()[i] == 5) {
                assertThat(Math.abs(along)).isLessThan(0.7);
            } else {
                assertThat(along).isGreaterThan(0.6);
            }
        }
    }

    /** The strongest vertical component between 0.5 and 10 Hz, of the walking windows' mean spectrum. */
    @Test
    void walkingHasItsFundamentalAtTheStepFrequency() {
        assertThat(strongestHertz(0)).isCloseTo(1.98, within(0.2));
        assertThat(strongestHertz(1)).isCloseTo(1.97, within(0.3));
        assertThat(strongestHertz(2)).isCloseTo(2.02, within(0.3));
    }

    /** Below 90 %, but far above the 17 % of guessing, or the classifier would prove nothing. */
    @Test
    void aLinearClassifierStaysBelowNinetyPercentOnNewPeople() {
        Standardisation scale = Standardisation.fit(DATA.train());
        Dataset train = scale.apply(DATA.train());
        LinearClassifier model = LinearClassifier.train(train, 25, 0.01, 1);
        assertThat(model.accuracy(train)).isGreaterThan(0.85);
        assertThat(model.accuracy(scale.apply(DATA.test()))).isBetween(0.70, 0.90);
    }

    private static double strongestHertz(int label) {
        Dataset train = DATA.train();
        double[] power = new double[101];
        for (int i = 0; i < train.size(); i++) {
            if (train.labels()[i] == label) {
                for (int f = 5; f < power.length; f++) {
                    power[f] += power(train, i, f * 0.1);
                }
            }
        }
        int best = 0;
        for (int f = 1; f < power.length; f++) {
            best = power[f] > power[best] ? f : best;
        }
        return best * 0.1;
    }

    private static double power(Dataset data, int window, double hertz) {
        double re = 0;
        double im = 0;
        for (int t = 0; t < 128; t++) {
            double angle = 2 * Math.PI * hertz * t / 50;
            re += value(data, window, BODY_ACC_X, t) * Math.cos(angle);
            im += value(data, window, BODY_ACC_X, t) * Math.sin(angle);
        }
        return re * re + im * im;
    }

    private static double mean(Dataset data, int window, int channel) {
        double sum = 0;
        for (int t = 0; t < 128; t++) {
            sum += value(data, window, channel, t);
        }
        return sum / 128;
    }

    private static float value(Dataset data, int window, int channel, int t) {
        return data.features()[window * WINDOW + channel * 128 + t];
    }

    private static Set<Integer> people(Dataset data) {
        return Arrays.stream(data.subjects()).boxed().collect(Collectors.toSet());
    }

    private static int[] windows(Dataset data, int person) {
        return java.util.stream.IntStream.range(0, data.size())
                .filter(i -> data.subjects()[i] == person)
                .toArray();
    }
}
