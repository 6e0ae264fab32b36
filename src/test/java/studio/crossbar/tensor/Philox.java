package studio.crossbar.tensor;

/** Philox4x32-10 of Salmon et al. (SC 2011): a keyed bijection of 128-bit counters, here one counter at a time. */
final class Philox {

    static final long MULTIPLIER_0 = 0xD2511F53L;
    static final long MULTIPLIER_1 = 0xCD9E8D57L;
    static final int WEYL_0 = 0x9E3779B9;
    static final int WEYL_1 = 0xBB67AE85;
    static final int ROUNDS = 10;

    private Philox() {}

    /** Replaces the four words of a counter by its image under the key. */
    static void apply(int[] words, int key0, int key1) {
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
