package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.crossbar.tensor.CounterNoise;

class ImageAugmentationTest {

    private static final int HEIGHT = 5;
    private static final int WIDTH = 7;
    private static final int CHANNELS = 2;
    private static final int SIZE = HEIGHT * WIDTH * CHANNELS;
    private static final CounterNoise NOISE = new CounterNoise(3, 4);

    private static final float[] NOTHING = new float[CHANNELS];
    private static final float[] ONES = {1, 1};

    private final float[] image = new float[3 + SIZE];

    ImageAugmentationTest() {
        for (int i = 0; i < SIZE; i++) {
            image[3 + i] = 1 + i;
        }
    }

    /** What happened to an image whose values are all different and not 0. */
    private record Change(int down, int right, boolean mirrored) {

        float expected(float[] image, int y, int x, int c) {
            int row = y + down;
            int column = (mirrored ? WIDTH - 1 - x : x) + right;
            return row < 0 || row >= HEIGHT || column < 0 || column >= WIDTH
                    ? 0
                    : image[3 + (c * HEIGHT + row) * WIDTH + column];
        }

        boolean explains(float[] image, float[] result) {
            return IntStream.range(0, SIZE)
                    .allMatch(i ->
                            result[2 + i] == expected(image, i / CHANNELS / WIDTH, i / CHANNELS % WIDTH, i % CHANNELS));
        }
    }

    private Change changeOf(ImageAugmentation augmentation, long sample) {
        float[] result = new float[2 + SIZE + 1];
        Arrays.fill(result, Float.NaN);
        augmentation.apply(image, 3, NOTHING, ONES, result, 2, NOISE, sample);
        assertThat(result[1]).isNaN();
        assertThat(result[2 + SIZE]).isNaN();
        for (int down = -HEIGHT; down <= HEIGHT; down++) {
            for (int right = -WIDTH; right <= WIDTH; right++) {
                for (boolean mirrored : new boolean[] {false, true}) {
                    Change change = new Change(down, right, mirrored);
                    if (change.explains(image, result)) {
                        return change;
                    }
                }
            }
        }
        throw new AssertionError("no crop and flip gives " + Arrays.toString(result));
    }

    @Test
    void everyResultIsACropOfThePaddedImageAndAllAreEquallyLikely() {
        ImageAugmentation augmentation = new ImageAugmentation(HEIGHT, WIDTH, CHANNELS, 2, true);
        int draws = 20_000;
        int[] counts = new int[50];
        for (int sample = 0; sample < draws; sample++) {
            Change change = changeOf(augmentation, sample);
            counts[((change.down() + 2) * 5 + change.right() + 2) * 2 + (change.mirrored() ? 1 : 0)]++;
        }
        double expected = draws / 50.0;
        double chiSquare = Arrays.stream(counts)
                .mapToDouble(n -> (n - expected) * (n - expected) / expected)
                .sum();
        // 99.9 % quantile of chi-square with 49 degrees of freedom.
        assertThat(chiSquare).isLessThan(85.35);
    }

    @Test
    void withoutPaddingAndFlipTheImageStays() {
        ImageAugmentation augmentation = new ImageAugmentation(HEIGHT, WIDTH, CHANNELS, 0, false);
        for (long sample = 0; sample < 50; sample++) {
            assertThat(changeOf(augmentation, sample)).isEqualTo(new Change(0, 0, false));
        }
    }

    @Test
    void aUseOfAnImageIsTheSameWheneverItIsMade() {
        ImageAugmentation augmentation = new ImageAugmentation(HEIGHT, WIDTH, CHANNELS, 2, true);
        long[] order = {7, 1L << 40, 0, 7};
        Change[] first =
                Arrays.stream(order).mapToObj(s -> changeOf(augmentation, s)).toArray(Change[]::new);
        Change[] parallel = Arrays.stream(order)
                .parallel()
                .mapToObj(s -> changeOf(augmentation, s))
                .toArray(Change[]::new);
        assertThat(parallel).containsExactly(first);
        assertThat(first[0]).isEqualTo(first[3]);
    }

    @Test
    void pixelsAreStandardisedAndPaddingIsZero() {
        ImageAugmentation augmentation = new ImageAugmentation(HEIGHT, WIDTH, CHANNELS, 2, true);
        float[] mean = {10, -3};
        float[] deviation = {4, 0.5f};
        for (long sample = 0; sample < 200; sample++) {
            float[] pixels = new float[SIZE];
            augmentation.apply(image, 3, NOTHING, ONES, pixels, 0, NOISE, sample);
            float[] standardised = new float[SIZE];
            Arrays.fill(standardised, Float.NaN);
            augmentation.apply(image, 3, mean, deviation, standardised, 0, NOISE, sample);
            for (int i = 0; i < SIZE; i++) {
                float expected = pixels[i] == 0 ? 0 : (pixels[i] - mean[i % CHANNELS]) / deviation[i % CHANNELS];
                assertThat(standardised[i]).isCloseTo(expected, within(1e-4f));
            }
        }
    }

    @Test
    void nothingIsAllocated() {
        ImageAugmentation augmentation = new ImageAugmentation(HEIGHT, WIDTH, CHANNELS, 2, true);
        float[] into = new float[SIZE];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Runnable work = () -> {
            for (int sample = 0; sample < 10_000; sample++) {
                augmentation.apply(image, 3, NOTHING, ONES, into, 0, NOISE, sample);
            }
        };
        work.run();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        // A byte a call would be 10,000; the counter itself takes a few.
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(2_000);
    }

    @Test
    void impossiblePaddingAndShortArraysAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageAugmentation(4, 8, 1, 4, true))
                .withMessageContaining("padding: 4 is outside 0 … 3");
        ImageAugmentation augmentation = new ImageAugmentation(HEIGHT, WIDTH, CHANNELS, 2, true);
        assertThatThrownBy(() -> augmentation.apply(image, 4, NOTHING, ONES, new float[SIZE], 0, NOISE, 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
