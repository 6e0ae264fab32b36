package studio.crossbar.data;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A simulated person with a phone at the waist: a way of moving, a way of wearing it and a sensor. Equal arguments give
 * equal windows on every machine: all draws come from one {@link Random}, whose algorithm is specified, and all
 * functions from {@link StrictMath}.
 */
final class SyntheticSubject {

    private static final double SAMPLE_SECONDS = 1.0 / 50;

    /** How the phone's axes deviate from the body's, from person to person and from window to window. */
    private static final double MOUNTING_DEVIATION = Math.toRadians(3.5);

    private static final double RESEATING_DEVIATION = Math.toRadians(1.5);

    /** Standard deviations of the sensor: white noise of a sample and bias of a device, in g and rad/s. */
    private static final double ACCELERATION_NOISE = 0.01;

    private static final double ACCELERATION_BIAS = 0.005;
    private static final double RATE_NOISE = 0.02;
    private static final double RATE_BIAS = 0.01;

    /** How much one person's windows differ from each other, relative to how people differ. */
    private static final double WITHIN_PERSON = 0.8;

    /** Relative standard deviation of the cadence from window to window and from sample to sample. */
    private static final double CADENCE_DRIFT = 0.02;

    private static final double CADENCE_WANDER = 0.05;

    private final Random random;
    private final List<SyntheticActivity> activities;
    private final double[] mounting = new double[3];
    private final double[] bias = new double[6];

    SyntheticSubject(long seed, int subject) {
        random = new Random(mix(mix(seed) + subject));
        activities = SyntheticActivity.ALL.stream()
                .map(activity -> activity.vary(random, 1))
                .toList();
        for (int axis = 0; axis < 3; axis++) {
            mounting[axis] = MOUNTING_DEVIATION * random.nextGaussian();
            bias[axis] = ACCELERATION_BIAS * random.nextGaussian();
            bias[axis + 3] = RATE_BIAS * random.nextGaussian();
        }
    }

    /** Finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): neighbouring values become unrelated ones. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * Writes the next window of the activity at index {@code label} of {@link SyntheticActivity#ALL}.
     *
     * @param into receives {@code [9, length]} from {@code offset}: body acceleration x, y, z in g, angular rate x, y,
     *     z in rad/s, total acceleration x, y, z in g
     */
    void window(int label, float[] into, int offset, int length) {
        SyntheticActivity activity = activities.get(label).vary(random, WITHIN_PERSON);
        Gait gait = activity.gait();
        Posture.Motion posture = activity.posture().motion(random);
        Rotation held = activity.posture().rotation();
        Rotation worn = Rotation.of(wornAngle(0), wornAngle(1), wornAngle(2));
        double phi = 2 * StrictMath.PI * random.nextDouble();
        double drift = 1 + CADENCE_DRIFT * random.nextGaussian();
        double[] motion = new double[6];
        double[] gravity = new double[3];
        for (int t = 0; t < length; t++) {
            Arrays.fill(motion, 0);
            posture.addTo(motion, t * SAMPLE_SECONDS);
            posture.gravity(gravity, t * SAMPLE_SECONDS);
            if (gait != null) {
                gait.addTo(motion, phi);
                double wander = 1 + CADENCE_WANDER * random.nextGaussian();
                phi += StrictMath.PI * gait.stepHz() * drift * wander * SAMPLE_SECONDS;
            }
            for (int vector = 0; vector < 6; vector += 3) {
                held.apply(motion, vector);
                worn.apply(motion, vector);
            }
            worn.apply(gravity, 0);
            for (int axis = 0; axis < 3; axis++) {
                double body = motion[axis] + ACCELERATION_NOISE * random.nextGaussian();
                double rate = motion[axis + 3] + bias[axis + 3] + RATE_NOISE * random.nextGaussian();
                into[offset + axis * length + t] = (float) body;
                into[offset + (axis + 3) * length + t] = (float) rate;
                into[offset + (axis + 6) * length + t] = (float) (body + gravity[axis] + bias[axis]);
            }
        }
    }

    private double wornAngle(int axis) {
        return mounting[axis] + RESEATING_DEVIATION * random.nextGaussian();
    }
}
