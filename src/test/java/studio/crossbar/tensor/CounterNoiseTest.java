package studio.crossbar.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CounterNoiseTest {

    private static final int COUNT = 400_000;

    /** Known answers of Philox4x32-10 that its authors publish with Random123. */
    @Test
    void generatorGivesThePublishedAnswers() {
        int[] zeros = new int[4];
        Philox.apply(zeros, 0, 0);
        assertThat(zeros).containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);

        int[] ones = {-1, -1, -1, -1};
        Philox.apply(ones, -1, -1);
        assertThat(ones).containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    }

    /** Box and Muller's transform in double precision, in the order that the class documents. */
    @Test
    void deviatesAreTheTransformOfTheGeneratorsWords() {
        long seed = 0x1234_5678_9ABC_DEF0L;
        long stream = 0xFEDC_BA98_7654_3210L;
        float[] found = new float[64 * 50];
        new CounterNoise(seed, stream).gaussian(0, found, 0, found.length);
        for (int counter = 0; counter < found.length / 4; counter++) {
            int[] words = {counter, 0, (int) stream, (int) (stream >>> 32)};
            Philox.apply(words, (int) seed, (int) (seed >>> 32));
            int group = counter / 16 * 64 + counter % 16;
            for (int pair = 0; pair < 2; pair++) {
                double radius = Math.sqrt(-2 * Math.log(((words[2 * pair] >>> 1) + 0.5) * 0x1p-31));
                double angle = (words[2 * pair + 1] << 2) * 0x1p-31 * Math.PI / 4;
                double cosine = radius * Math.cos(angle) * (words[2 * pair + 1] < 0 ? -1 : 1);
                double sine = radius * Math.sin(angle);
                boolean exchanged = (words[2 * pair + 1] & 0x4000_0000) != 0;
                int at = group + 32 * pair;
                assertThat((double) found[at]).isCloseTo(exchanged ? sine : cosine, within(2e-6));
                assertThat((double) found[at + 16]).isCloseTo(exchanged ? cosine : sine, within(2e-6));
            }
        }
    }

    @Test
    void bitsAreTheGeneratorsFirstTwoWords() {
        long seed = 0x1234_5678_9ABC_DEF0L;
        long stream = 0xFEDC_BA98_7654_3210L;
        for (long counter : new long[] {0, 1, 0xFFFF_FFFFL, 0x1_0000_0000L, Long.MIN_VALUE + 5}) {
            int[] words = {(int) counter, (int) (counter >>> 32), (int) stream, (int) (stream >>> 32)};
            Philox.apply(words, (int) seed, (int) (seed >>> 32));
            assertThat(new CounterNoise(seed, stream).bits(counter))
                    .isEqualTo(Integer.toUnsignedLong(words[0]) | (long) words[1] << 32);
        }
    }

    @Test
    void anyPieceEqualsThatPartOfTheWhole() {
        CounterNoise noise = new CounterNoise(42, 3);
        float[] whole = new float[100];
        noise.gaussian(0, whole, 0, 100);
        float[] pieces = new float[100];
        noise.gaussian(37, pieces, 37, 63);
        noise.gaussian(0, pieces, 0, 37);
        assertThat(pieces).containsExactly(whole);
    }

    @Test
    void momentsAreThoseOfAStandardNormal() {
        float[] x = draw(new CounterNoise(1, 0));
        double[] moments = new double[5];
        for (float value : x) {
            for (int power = 1; power <= 4; power++) {
                moments[power] += Math.pow(value, power) / COUNT;
            }
        }
        // Five standard errors of each sample moment: sqrt(Var(x^p)/n) with Var = 1, 2, 15, 96.
        assertThat(moments[1]).isCloseTo(0, within(5 * Math.sqrt(1.0 / COUNT)));
        assertThat(moments[2]).isCloseTo(1, within(5 * Math.sqrt(2.0 / COUNT)));
        assertThat(moments[3]).isCloseTo(0, within(5 * Math.sqrt(15.0 / COUNT)));
        assertThat(moments[4]).isCloseTo(3, within(5 * Math.sqrt(96.0 / COUNT)));
    }

    @Test
    void streamsAndSeedsAreUncorrelated() {
        float[] x = draw(new CounterNoise(1, 0));
        for (CounterNoise other : new CounterNoise[] {new CounterNoise(1, 1), new CounterNoise(2, 0)}) {
            float[] y = draw(other);
            double product = 0;
            for (int i = 0; i < COUNT; i++) {
                product += (double) x[i] * y[i] / COUNT;
            }
            assertThat(product).isCloseTo(0, within(5 / Math.sqrt(COUNT)));
        }
    }

    private static float[] draw(CounterNoise noise) {
        float[] values = new float[COUNT];
        noise.gaussian(0, values, 0, COUNT);
        return values;
    }
}
