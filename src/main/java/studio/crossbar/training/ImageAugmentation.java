package studio.crossbar.training;

import java.util.Arrays;
import java.util.Objects;
import studio.crossbar.tensor.CounterNoise;

/**
 * Random crop of an image padded with zeros, and random horizontal flip: the usual augmentation of CIFAR-10 (He, Zhang,
 * Ren and Sun, "Deep residual learning for image recognition", CVPR 2016, section 4.2: four pixels a side).
 *
 * <p>What happens to a use of an image follows from (noise, sample) alone, so any thread may call it in any order;
 * nothing is allocated. All offsets from −padding to +padding are equally likely in both directions to within 2⁻²⁴.
 *
 * @param height rows
 * @param width columns
 * @param channels at least 1
 * @param padding zero rows and columns a side before the crop, at least 0 and less than the image; 0 leaves it in place
 * @param flip whether every second image on average is mirrored from left to right
 */
public record ImageAugmentation(int height, int width, int channels, int padding, boolean flip) {

    private static final int FRACTION_BITS = 24;

    public ImageAugmentation {
        if (height < 1 || width < 1 || channels < 1) {
            throw new IllegalArgumentException(
                    "shape: " + height + " × " + width + " × " + channels + " is not positive");
        }
        if (padding < 0 || padding >= Math.min(height, width)) {
            throw new IllegalArgumentException(
                    "padding: " + padding + " is outside 0 … " + (Math.min(height, width) - 1));
        }
    }

    /**
     * Writes a changed and standardised copy of an image of a data set, so that no second copy of all its images is
     * needed. Padding is 0 after standardisation.
     *
     * @param planes holds {@code [channels, height, width]} from index {@code at}
     * @param mean {@code [channels]}, subtracted
     * @param deviation {@code [channels]}, divided by
     * @param into receives {@code [height, width, channels]} from index {@code to}
     * @param noise randomness of the training
     * @param sample number of this use of the image, the same for no other
     */
    public void apply(
            float[] planes,
            int at,
            float[] mean,
            float[] deviation,
            float[] into,
            int to,
            CounterNoise noise,
            long sample) {
        check(planes, at, into, to);
        long bits = noise.bits(sample);
        int down = offset(bits, 0);
        int right = offset(bits, FRACTION_BITS);
        boolean mirrored = mirrored(bits);
        int first = Math.max(0, -right);
        int last = Math.min(width, width - right);
        int step = mirrored ? -channels : channels;
        if (down != 0 || right != 0) {
            Arrays.fill(into, to, to + height * width * channels, 0);
        }
        for (int c = 0; c < channels; c++) {
            float shift = mean[c];
            float factor = 1 / deviation[c];
            for (int y = Math.max(0, -down); y < Math.min(height, height - down); y++) {
                int source = at + (c * height + y + down) * width + right;
                int target = to + (y * width + (mirrored ? width - 1 : 0)) * channels + c;
                for (int x = first; x < last; x++) {
                    into[target + x * step] = (planes[source + x] - shift) * factor;
                }
            }
        }
    }

    private void check(float[] from, int at, float[] into, int to) {
        int size = height * width * channels;
        Objects.checkFromIndexSize(at, size, from.length);
        Objects.checkFromIndexSize(to, size, into.length);
    }

    /** A whole number in −padding … +padding from {@value #FRACTION_BITS} bits from {@code lowest}. */
    private int offset(long bits, int lowest) {
        long fraction = (bits >>> lowest) & ((1 << FRACTION_BITS) - 1);
        return (int) (fraction * (2 * padding + 1) >>> FRACTION_BITS) - padding;
    }

    private boolean mirrored(long bits) {
        return flip && bits < 0;
    }
}
