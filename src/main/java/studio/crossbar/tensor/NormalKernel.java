package studio.crossbar.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Groups of normal deviates: Philox4x32-10 (Salmon et al., SC 2011) on vectors of counters, then Box and Muller's transform.
 *
 * <p>Each lane does the same correctly rounded operations whatever the width, so the bits depend on no machine. A word
 * {@code w} becomes the fraction {@code (w / 2 + 1/2) / 2^31}; of the other, two bits choose a quarter turn and the rest
 * an angle within ±π/4. The polynomials are weighted least-squares fits close to the minimax ones; their relative errors
 * are below 4e-8 (logarithm), 4e-9 (sine) and 1e-10 (cosine), less than the rounding of a float.
 */
final class NormalKernel {

    /** Deviates of sixteen counters. */
    static final int GROUP = 64;

    private static final int COUNTERS = 16;
    static final long MULTIPLIER_0 = 0xD2511F53L;
    static final long MULTIPLIER_1 = 0xCD9E8D57L;
    static final int WEYL_0 = 0x9E3779B9;
    static final int WEYL_1 = 0xBB67AE85;
    static final int ROUNDS = 10;

    private static final VectorSpecies<Integer> INTS =
            IntVector.SPECIES_PREFERRED.length() > COUNTERS ? IntVector.SPECIES_512 : IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, INTS.vectorShape());
    private static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, INTS.vectorShape());
    private static final long LOW_WORD = 0xFFFF_FFFFL;

    private static final float LN_2 = 0.6931472f;

    /** Bits of 2/3: mantissas are taken from 2/3 to 4/3. */
    private static final int TWO_THIRDS = 0x3F2AAAAB;

    private static final float QUARTER_PI = (float) (Math.PI / 4);

    private NormalKernel() {}

    /**
     * Writes the deviates {@code 64 · group … 64 · group + 63} of a stream to {@code into} from {@code at}.
     *
     * @param words scratch of {@value #GROUP} words; it parts the two steps, since C2 does not inline them into one
     */
    static void group(long seed, long stream, long group, int[] words, float[] into, int at) {
        words(seed, stream, group, words);
        transform(words, into, at);
    }

    /** Writes the random words of a group. */
    static void words(long seed, long stream, long group, int[] words) {
        for (int counter = 0; counter < COUNTERS; counter += INTS.length()) {
            generate(seed, stream, group * COUNTERS + counter, words, counter);
        }
    }

    /** One vector of counters; even ones and odd ones apart, in 64-bit lanes whose upper halves hold no meaning. */
    private static void generate(long seed, long stream, long counter, int[] words, int at) {
        LongVector even0 = LongVector.broadcast(LONGS, counter).addIndex(2);
        LongVector odd0 = even0.add(1);
        LongVector even1 = even0.lanewise(VectorOperators.LSHR, 32);
        LongVector odd1 = even1;
        LongVector even2 = LongVector.broadcast(LONGS, stream);
        LongVector odd2 = even2;
        LongVector even3 = even2.lanewise(VectorOperators.LSHR, 32);
        LongVector odd3 = even3;
        int key0 = (int) seed;
        int key1 = (int) (seed >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            LongVector evenProduct0 = even0.and(LOW_WORD).mul(MULTIPLIER_0);
            LongVector evenProduct1 = even2.and(LOW_WORD).mul(MULTIPLIER_1);
            LongVector oddProduct0 = odd0.and(LOW_WORD).mul(MULTIPLIER_0);
            LongVector oddProduct1 = odd2.and(LOW_WORD).mul(MULTIPLIER_1);
            even0 = mix(evenProduct1, even1, key0);
            even2 = mix(evenProduct0, even3, key1);
            odd0 = mix(oddProduct1, odd1, key0);
            odd2 = mix(oddProduct0, odd3, key1);
            even1 = evenProduct1;
            even3 = evenProduct0;
            odd1 = oddProduct1;
            odd3 = oddProduct0;
            key0 += WEYL_0;
            key1 += WEYL_1;
        }
        join(even0, odd0).intoArray(words, at);
        join(even1, odd1).intoArray(words, at + COUNTERS);
        join(even2, odd2).intoArray(words, at + 2 * COUNTERS);
        join(even3, odd3).intoArray(words, at + 3 * COUNTERS);
    }

    private static LongVector mix(LongVector product, LongVector other, long key) {
        return product.lanewise(VectorOperators.LSHR, 32)
                .lanewise(VectorOperators.XOR, other)
                .lanewise(VectorOperators.XOR, key);
    }

    private static IntVector join(LongVector even, LongVector odd) {
        return even.and(LOW_WORD)
                .lanewise(VectorOperators.OR, odd.lanewise(VectorOperators.LSHL, 32))
                .reinterpretAsInts();
    }

    /** Words 0 and 1 of the counters give the first two sixteens of deviates, words 2 and 3 the others. */
    private static void transform(int[] words, float[] into, int at) {
        for (int pair = 0; pair < GROUP; pair += 2 * COUNTERS) {
            for (int i = pair; i < pair + COUNTERS; i += INTS.length()) {
                IntVector forRadius = IntVector.fromArray(INTS, words, i);
                IntVector forAngle = IntVector.fromArray(INTS, words, i + COUNTERS);
                FloatVector fraction = toFloat(forRadius.lanewise(VectorOperators.LSHR, 1))
                        .fma(FloatVector.broadcast(FLOATS, 0x1p-31f), FloatVector.broadcast(FLOATS, 0x1p-32f));
                FloatVector radius = logarithm(fraction).mul(-2f).sqrt();
                FloatVector angle =
                        toFloat(forAngle.lanewise(VectorOperators.LSHL, 2)).mul(QUARTER_PI * 0x1p-31f);
                FloatVector square = angle.mul(angle);
                FloatVector minor = sine(angle, square).mul(radius);
                // The sign of the angle's word turns the greater component round; its second bit exchanges the two.
                FloatVector major = cosine(square)
                        .mul(radius)
                        .reinterpretAsInts()
                        .lanewise(VectorOperators.XOR, forAngle.and(0x8000_0000))
                        .reinterpretAsFloats();
                VectorMask<Float> exchange =
                        forAngle.and(0x4000_0000).compare(VectorOperators.NE, 0).cast(FLOATS);
                major.blend(minor, exchange).intoArray(into, at + i);
                minor.blend(major, exchange).intoArray(into, at + i + COUNTERS);
            }
        }
    }

    /** Natural logarithm of values in (0, 1]: {@code e · ln 2 + f − f²/2 + f³ · P(f)} with {@code x = 2^e · (1 + f)}. */
    private static FloatVector logarithm(FloatVector x) {
        IntVector bits = x.reinterpretAsInts();
        IntVector exponent = bits.sub(TWO_THIRDS).lanewise(VectorOperators.ASHR, 23);
        FloatVector f = bits.sub(exponent.lanewise(VectorOperators.LSHL, 23))
                .reinterpretAsFloats()
                .sub(1f);
        FloatVector p = step(FloatVector.broadcast(FLOATS, 0.14229412f), f, -0.15126416f);
        p = step(p, f, 0.13957581f);
        p = step(p, f, -0.1647165f);
        p = step(p, f, 0.20013115f);
        p = step(p, f, -0.25004262f);
        p = step(p, f, 0.3333318f);
        p = step(p, f, -0.5f);
        return toFloat(exponent).fma(FloatVector.broadcast(FLOATS, LN_2), p.fma(f.mul(f), f));
    }

    private static FloatVector sine(FloatVector angle, FloatVector square) {
        FloatVector p = step(FloatVector.broadcast(FLOATS, -1.9517298e-4f), square, 8.332178e-3f);
        p = step(p, square, -0.16666655f);
        return p.mul(square).fma(angle, angle);
    }

    private static FloatVector cosine(FloatVector square) {
        FloatVector p = step(FloatVector.broadcast(FLOATS, 2.443845e-5f), square, -1.3887368e-3f);
        p = step(p, square, 4.1666646e-2f);
        p = step(p, square, -0.5f);
        return step(p, square, 1f);
    }

    private static FloatVector toFloat(IntVector value) {
        return (FloatVector) value.convert(VectorOperators.I2F, 0);
    }

    private static FloatVector step(FloatVector polynomial, FloatVector variable, float coefficient) {
        return polynomial.fma(variable, FloatVector.broadcast(FLOATS, coefficient));
    }
}
