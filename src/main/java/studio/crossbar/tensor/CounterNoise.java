package studio.crossbar.tensor;

import java.util.Objects;

/**
 * Gaussian noise as a pure function of (seed, stream, position): the same values in any order and on any number of
 * threads. The generator is Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011); four
 * words become four normal deviates by Box and Muller (1958).
 *
 * <p>Sixteen successive counters give a group of 64 deviates, ordered first by which of the four they are and then by
 * counter, so that vectors of any width up to sixteen lanes store them in order. A deviate is within 1e-6 of the exact
 * transform (relative, or absolute near 0) and at most 6.66 in magnitude, the radius of the least 32-bit fraction.
 *
 * @param seed chosen by the user
 * @param stream what the noise is for, such as a layer and a training step
 */
public record CounterNoise(long seed, long stream) {

    /** Room that a thread works in, so that noise in a loop allocates nothing. */
    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private static final class Scratch {

        final int[] words = new int[NormalKernel.GROUP];
        final float[] deviates = new float[NormalKernel.GROUP];
    }

    /**
     * Writes fractions that are evenly distributed over (0, 1), of 24 bits.
     *
     * @param first position of the first fraction in the stream, at least 0
     * @param into receives fractions {@code first … first + count − 1} from index {@code offset}
     */
    public void uniform(long first, float[] into, int offset, int count) {
        if (first < 0) {
            throw new IllegalArgumentException("first: " + first + " is below 0");
        }
        Objects.checkFromIndexSize(offset, count, into.length);
        int[] words = SCRATCH.get().words;
        for (int done = 0; done < count; ) {
            int skipped = (int) ((first + done) % NormalKernel.GROUP);
            int part = Math.min(NormalKernel.GROUP - skipped, count - done);
            NormalKernel.words(seed, stream, (first + done) / NormalKernel.GROUP, words);
            for (int i = 0; i < part; i++) {
                into[offset + done + i] = ((words[skipped + i] >>> 8) + 0.5f) * 0x1p-24f;
            }
            done += part;
        }
    }

    /**
     * Writes standard normal deviates.
     *
     * @param first position of the first deviate in the stream, at least 0
     * @param into receives deviates {@code first … first + count − 1} from index {@code offset}
     */
    public void gaussian(long first, float[] into, int offset, int count) {
        if (first < 0) {
            throw new IllegalArgumentException("first: " + first + " is below 0");
        }
        Objects.checkFromIndexSize(offset, count, into.length);
        Scratch scratch = SCRATCH.get();
        int[] words = scratch.words;
        int done = 0;
        while (done < count) {
            long group = (first + done) / NormalKernel.GROUP;
            int skipped = (int) ((first + done) % NormalKernel.GROUP);
            int part = Math.min(NormalKernel.GROUP - skipped, count - done);
            if (part == NormalKernel.GROUP) {
                NormalKernel.group(seed, stream, group, words, into, offset + done);
            } else {
                float[] whole = scratch.deviates;
                NormalKernel.group(seed, stream, group, words, whole, 0);
                System.arraycopy(whole, skipped, into, offset + done, part);
            }
            done += part;
        }
    }

    /**
     * The first 64 random bits of a counter, for choices rather than noise; allocates nothing. A stream gives either bits
     * or deviates, which are made from the same counters.
     *
     * @param counter which, such as the number of a sample
     */
    public long bits(long counter) {
        int c0 = (int) counter;
        int c1 = (int) (counter >>> 32);
        int c2 = (int) stream;
        int c3 = (int) (stream >>> 32);
        int key0 = (int) seed;
        int key1 = (int) (seed >>> 32);
        for (int round = 0; round < NormalKernel.ROUNDS; round++) {
            long product0 = NormalKernel.MULTIPLIER_0 * Integer.toUnsignedLong(c0);
            long product1 = NormalKernel.MULTIPLIER_1 * Integer.toUnsignedLong(c2);
            c0 = (int) (product1 >>> 32) ^ c1 ^ key0;
            c1 = (int) product1;
            c2 = (int) (product0 >>> 32) ^ c3 ^ key1;
            c3 = (int) product0;
            key0 += NormalKernel.WEYL_0;
            key1 += NormalKernel.WEYL_1;
        }
        return Integer.toUnsignedLong(c0) | (long) c1 << 32;
    }
}
