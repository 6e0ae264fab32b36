package studio.crossbar.tensor;

/**
 * Gaussian noise as a pure function of (seed, stream, position): the same values in any order and on any number of
 * threads. The generator is Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011); four
 * words become four normal deviates by Box and Muller (1958).
 *
 * @param seed chosen by the user
 * @param stream what the noise is for, such as a layer and a training step
 */
public record CounterNoise(long seed, long stream) {

    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final int ROUNDS = 10;
    private static final double TO_UNIT = 0x1p-32;

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
        java.util.Objects.checkFromIndexSize(offset, count, into.length);
        int[] words = new int[4];
        for (long position = first; position < first + count; ) {
            philox(position >>> 2, words);
            int lane = (int) (position & 3);
            for (; lane < 4 && position < first + count; lane++, position++) {
                into[offset + (int) (position - first)] = deviate(words, lane);
            }
        }
    }

    private static float deviate(int[] words, int lane) {
        int pair = lane & 2;
        double uniform = (Integer.toUnsignedLong(words[pair]) + 0.5) * TO_UNIT;
        double angle = 2 * Math.PI * (Integer.toUnsignedLong(words[pair + 1]) + 0.5) * TO_UNIT;
        double radius = Math.sqrt(-2 * Math.log(uniform));
        return (float) (radius * ((lane & 1) == 0 ? Math.cos(angle) : Math.sin(angle)));
    }

    private void philox(long block, int[] words) {
        words[0] = (int) block;
        words[1] = (int) (block >>> 32);
        words[2] = (int) stream;
        words[3] = (int) (stream >>> 32);
        philox(words, (int) seed, (int) (seed >>> 32));
    }

    /** The bijection itself: replaces the counter in {@code words} by its image under the key. */
    static void philox(int[] words, int key0, int key1) {
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * Integer.toUnsignedLong(words[0]);
            long product1 = MULTIPLIER_1 * Integer.toUnsignedLong(words[2]);
            words[0] = (int) (product1 >>> 32) ^ words[1] ^ key0;
            words[2] = (int) (product0 >>> 32) ^ words[3] ^ key1;
            words[1] = (int) product1;
            words[3] = (int) product0;
            key0 += WEYL_0;
            key1 += WEYL_1;
        }
    }
}
