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
            even0 = evenProduct1
                    .lanewise(VectorOperators.LSHR, 32)
                    .lanewise(VectorOperators.XOR, even1)
                    .lanewise(VectorOperators.XOR, key0);
            even2 = evenProduct0
                    .lanewise(VectorOperators.LSHR, 32)
                    .lanewise(VectorOperators.XOR, even3)
                    .lanewise(VectorOperators.XOR, key1);
            odd0 = oddProduct1
                    .lanewise(VectorOperators.LSHR, 32)
                    .lanewise(VectorOperators.XOR, odd1)
                    .lanewise(VectorOperators.XOR, key0);
            odd2 = oddProduct0
                    .lanewise(VectorOperators.LSHR, 32)
                    .lanewise(VectorOperators.XOR, odd3)
                    .lanewise(VectorOperators.XOR, key1);
            even1 = evenProduct1;
            even3 = evenProduct0;
            odd1 = oddProduct1;
            odd3 = oddProduct0;
            key0 += WEYL_0;
            key1 += WEYL_1;
        }
        even0.and(LOW_WORD)
                .lanewise(VectorOperators.OR, odd0.lanewise(VectorOperators.LSHL, 32))
                .reinterpretAsInts()
                .intoArray(words, at);
        even1.and(LOW_WORD)
                .lanewise(VectorOperators.OR, odd1.lanewise(VectorOperators.LSHL, 32))
                .reinterpretAsInts()
                .intoArray(words, at + COUNTERS);
        even2.and(LOW_WORD)
                .lanewise(VectorOperators.OR, odd2.lanewise(VectorOperators.LSHL, 32))
                .reinterpretAsInts()
                .intoArray(words, at + 2 * COUNTERS);
        even3.and(LOW_WORD)
                .lanewise(VectorOperators.OR, odd3.lanewise(VectorOperators.LSHL, 32))
                .reinterpretAsInts()
                .intoArray(words, at + 3 * COUNTERS);
    }

    /**
     * Words 0 and 1 of the counters give the first two sixteens of deviates, words 2 and 3 the others. The natural logarithm
     * of a fraction {@code x = 2^e · (1 + f)} is {@code e · ln 2 + f − f²/2 + f³ · P(f)}.
     */
    private static void transform(int[] words, float[] into, int at) {
        for (int pair = 0; pair < GROUP; pair += 2 * COUNTERS) {
            for (int i = pair; i < pair + COUNTERS; i += INTS.length()) {
                IntVector forRadius = IntVector.fromArray(INTS, words, i);
                IntVector forAngle = IntVector.fromArray(INTS, words, i + COUNTERS);
                FloatVector x = ((FloatVector)
                                forRadius.lanewise(VectorOperators.LSHR, 1).convert(VectorOperators.I2F, 0))
                        .fma(FloatVector.broadcast(FLOATS, 0x1p-31f), FloatVector.broadcast(FLOATS, 0x1p-32f));
                IntVector bits = x.reinterpretAsInts();
                IntVector exponent = bits.sub(TWO_THIRDS).lanewise(VectorOperators.ASHR, 23);
                FloatVector f = bits.sub(exponent.lanewise(VectorOperators.LSHL, 23))
                        .reinterpretAsFloats()
                        .sub(1f);
                FloatVector logarithm = FloatVector.broadcast(FLOATS, 0.14229412f)
                        .fma(f, FloatVector.broadcast(FLOATS, -0.15126416f))
                        .fma(f, FloatVector.broadcast(FLOATS, 0.13957581f))
                        .fma(f, FloatVector.broadcast(FLOATS, -0.1647165f))
                        .fma(f, FloatVector.broadcast(FLOATS, 0.20013115f))
                        .fma(f, FloatVector.broadcast(FLOATS, -0.25004262f))
                        .fma(f, FloatVector.broadcast(FLOATS, 0.3333318f))
                        .fma(f, FloatVector.broadcast(FLOATS, -0.5f))
                        .fma(f.mul(f), f);
                FloatVector radius = ((FloatVector) exponent.convert(VectorOperators.I2F, 0))
                        .fma(FloatVector.broadcast(FLOATS, LN_2), logarithm)
                        .mul(-2f)
                        .sqrt();
                FloatVector angle = ((FloatVector)
                                forAngle.lanewise(VectorOperators.LSHL, 2).convert(VectorOperators.I2F, 0))
                        .mul(QUARTER_PI * 0x1p-31f);
                FloatVector square = angle.mul(angle);
                FloatVector sine = FloatVector.broadcast(FLOATS, -1.9517298e-4f)
                        .fma(square, FloatVector.broadcast(FLOATS, 8.332178e-3f))
                        .fma(square, FloatVector.broadcast(FLOATS, -0.16666655f))
                        .mul(square)
                        .fma(angle, angle);
                FloatVector cosine = FloatVector.broadcast(FLOATS, 2.443845e-5f)
                        .fma(square, FloatVector.broadcast(FLOATS, -1.3887368e-3f))
                        .fma(square, FloatVector.broadcast(FLOATS, 4.1666646e-2f))
                        .fma(square, FloatVector.broadcast(FLOATS, -0.5f))
                        .fma(square, FloatVector.broadcast(FLOATS, 1f));
                FloatVector minor = sine.mul(radius);
                // The sign of the angle's word turns the greater component round; its second bit exchanges the two.
                FloatVector major = cosine.mul(radius)
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
}
