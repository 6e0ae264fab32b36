package studio.crossbar.search.algorithm;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Random numbers of one proposal: the same whenever it is asked for, independent of those of other proposals. */
final class Randomness {

    /** Odd constant of Steele et al., "Fast splittable pseudorandom number generators", OOPSLA 2014. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Randomness() {}

    static RandomGenerator of(long seed, long ordinal) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(mix(mix(seed) + GOLDEN * (ordinal + 1)));
    }

    /** Finaliser of SplitMix64, so that neighbouring seeds have nothing in common. */
    private static long mix(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
